"""Japanese, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides.

Japanese writes no blanks between words: `budget.grammar.unspaced` cuts a text into the words of these tables, and
`budget.grammar.japanese` knows its numerals, counters and dates.
"""

from dataclasses import replace
from types import MappingProxyType

from languages.ja.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, numbered, phrases, words

_ENDS = {
    "う": "った いました っちゃった っちゃいました ってしまった ってきた って いまして",
    "く": "いた きました いちゃった いて",
    "べ": "た ました ちゃった ちゃいました てしまった てきた て",
    "ん": "だ じゃった じゃいました で できた",
    "した": "した しました しちゃった しちゃいました してしまった してきた して",
}
"""How a verb ends when it is done, by its kind: `買った`, `買いました`, `買っちゃった`."""


def _done(kind: str, stems: str) -> frozenset[str]:
    return frozenset(f"{stem}{end}" for stem in stems.split() for end in _ENDS[kind].split())


_SPENT = (
    _done("う", "使 つか 買 か 払 はら 支払 おご 奢 しま")
    | _done("べ", "食べ たべ かけ 注文し 購入し 利用し 決済し 課金し 消費し 出費し 使用し 清算し 精算し")
    | _done("ん", "飲 のん")
    | _done("した", "購入 注文 出費 課金 支払 決済 利用 消費 精算")
    | words(
        """
    飲みました かかった かかりました 掛かった 掛かりました とられた 取られた なくなった 消えた 飛んだ 出した
    済ませた 食った 行った いった 行きました 行ってきた 行ってきました した しました だった でした です 済み
    """
    )
)

VOCABULARY = replace(
    EMPTY,
    language="ja",
    particles=words("の で を と に は が も へ や から より だけ とか など って ね よ よー さ な です ます でした"),
    weekdays=numbered("月曜日|月曜 火曜日|火曜 水曜日|水曜 木曜日|木曜 金曜日|金曜 土曜日|土曜 日曜日|日曜"),
    weekday_shorts=MappingProxyType({"月": 0, "火": 1, "木": 3, "金": 4, "土": 5, "日": 6}),  # 水 is water
    named_shorts=words("月 火 木 金 土 日"),
    sunday_first=words("日曜日 日曜"),
    months=numbered(" ".join(f"{n}月" for n in range(1, 13)), 1),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(
                phrases("今日,きょう,本日,今朝,けさ,今夜,今晩,今日の夜,さっき,先ほど,たった今,今さっき"), 0
            ),
            **dict.fromkeys(phrases("昨日,きのう,昨夜,昨晩,ゆうべ,夕べ,昨日の夜,きのうの夜,昨朝,前日,1日前"), -1),
            **dict.fromkeys(phrases("一昨日,おととい,おとつい,一昨日の夜,おとといの夜,一昨夜,二日前"), -2),
            **dict.fromkeys(phrases("一昨々日,さきおととい,三日前"), -3),
            **dict.fromkeys(phrases("四日前"), -4),
            **dict.fromkeys(phrases("五日前"), -5),
            **dict.fromkeys(phrases("一週間前"), -7),
        }
    ),
    parts_of_day=words("朝 昼 夜 夕方 晩 深夜 午前 午後"),
    part_openers=words("の"),
    future_days=words(
        """
    来週末 来週の 再来週の 明日 あした あす 明後日 あさって 明々後日 しあさって 来週 再来週 来月 再来月 来年 翌日 今週末 月末
    今月末 来月分
    """
    ),
    next_words=words("次の 今度の つぎの"),
    last_words=words("この前の こないだの 前の"),
    unclear_periods=words("週末"),
    unclear_days=words("先週 先々週 先月 去年 昨年 先日 この前 こないだ この間 月初 月初め"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("今週,今週の"), 0),
            **dict.fromkeys(phrases("先週,先週の"), -1),
            **dict.fromkeys(phrases("先々週,先々週の"), -2),
            **dict.fromkeys(phrases("来週,来週の"), 1),
            **dict.fromkeys(phrases("再来週,再来週の"), 2),
        }
    ),
    ago_words=words("前"),
    first_day=words("ついたち"),
    ordinals=MappingProxyType(
        {"ふつか": 2, "みっか": 3, "よっか": 4, "むいか": 6, "ここのか": 9, "とおか": 10, "はつか": 20}
    ),
    unclear_phrases=phrases(
        """
    先週末, 先週の週末, 先週の土日, 数日前, 最近,
    このあいだ, 数週間前
    """
    ),
    ago_minutes=MappingProxyType({**dict.fromkeys("時間".split(), 60), **dict.fromkeys("分".split(), 1)}),
    ago_units=MappingProxyType({"日": 1, "週間": 7}),
    later_words=words("後"),
    small_numbers=numbered("一 二 三 四 五 六 七 八 九 十", 1),
    range_words=words("から"),
    due_words=words("期限 締切 締め切り 支払期限 引落日 引き落とし日"),
    units=words(
        """
    人参加 人参加者 人参加で
    個 本 枚 杯 人 人前 人分 名 名様 回 時間 分 秒 日間 日分 週間 ヶ月 か月 カ月 月分 年 歳 才 階 番 号 冊 匹 足
    着 泊 缶 袋 箱 皿 件 キロ グラム リットル センチ メートル ギガ ポイント 歩 カロリー パック セット ケース
    ダース
    """
    ),
    pieces=words("回 個 本 枚 杯 つ 袋 パック 冊 缶 箱 皿 足 着 台 匹"),
    size_words=words("サイズ"),
    secrets=words("パスワード 暗証番号 コード"),
    labels=words("コード 認証コード 確認コード 請求書 no. 番号 注文番号 会員番号 号室 部屋 暗証番号"),
    percent_words=words("パーセント 割引 割 オフ 引き"),
    scales=words("兆 ドル札"),
    number_words=MappingProxyType({"千円札": 1000, "五千円札": 5000, "一万円札": 10000, "諭吉": 10000, "野口": 1000}),
    about_words=words("約 およそ だいたい 大体 ざっくり たぶん 多分"),
    with_words=words("計"),
    amount_words=words("返金 合計 金額"),
    for_words=words("分の"),
    plus_words=words("プラス たす 足す と"),
    tip_words=words("チップ サービス料"),
    total_words=words("合計 計 総額 総計 トータル 小計 全部で"),
    and_words=words("と および あと それと"),
    each_openers=words("各 各々"),
    each_words=words("ずつ 各 それぞれ 一人 ひとり 1人 一人あたり 一人当たり 各自"),
    half_behind=words("半分 はんぶん"),
    half_words=words("半分 半額 はんぶん"),
    double_words=words("二倍 倍"),
    spread_words=words("分散"),
    split_words=words("割り勘 割勘 ワリカン わりかん 折半 割った 割って 割る 割りました"),
    way_words=words("人 名"),
    talk_verbs=words(
        """
    はず
    ある あります
    返して 返してね 返してよ
    集合 待ち合わせ 会議 打ち合わせ 打合せ 予約 予定 目標 予算 上限 必要 今度 もし 開始 終了 約束
    """
    ),
    card_debts=phrases("クレジットカード, クレカ, カード払い, カード請求"),
    void_words=words(
        """
    と同じ 引いて 半分は いくら残る どうなる 拒否 拒否された
    と言ってた 言ってた 言われた 稼いでる 稼いでいる しとけば
    財布忘れて 財布を忘れて
    余ってる 余ってます 探してます 探してる 探しています 取り消された 取り消されました
    売ります
    のはず
    うかな
    ところだった
    誰 だれ
    見たい 行きたい 買いたい 食べたい 飲みたい やりたい 遊びたい 出すよ 出すね 払うね おごるよ おごるね
    売ろう 未払い 手持ち 売りたい 二重に に変更 に修正 に訂正 を修正 を訂正 ありがとう ありがとうございます 待ち
    待ってる 貯めてる リマインダー 払い忘れた 払い忘れ 買い忘れた 届く 中止 延期 解約 解約した やめといた
    やめておいた 思ったけど と思ったけど 迷い中 行かなかった 行きませんでした 飲まなかった 食べなかった
    頼まなかった 乗らなかった しなかった 買いませんでした ないことにした 行かないことにした 買わないことにした
    食べないことにした 頼まないことにした 時給 日給 年収 払わないと 払わなきゃ 払わなくちゃ 払わなければ 払う
    払います 払いたい 払うつもり 払う予定 払ってね 払って ください 下さい 今度 会議 打ち合わせ 集合 持参
    待ち合わせ 貸す 貸します あげる あげます 渡す 渡します 返さないと 返さなきゃ 返す 返します 返してね 買わないと
    買わなきゃ 買う 買います 買いたい 買おう 買おうかな 買う予定 欲しい ほしい したい 行きたい 食べたい 飲みたい
    使いたい 使う 使う予定 使わないと 予定 つもり かもしれない かも 以内 以下 以上 未満 ください 足りない
    足りません 必要 いる 要る いります かかる かかります かかりそう かかるらしい らしい だって そう 思う 思います
    考え中 検討中 悩み中 迷う 迷ってる 貸して 送って 送ってね お願い 頼む ない ありません なかった 買わなかった
    使わなかった 払わなかった 我慢した やめた 諦めた 貯めたい 貯める 節約 キャンセル 上がった 上がりました
    値上がり 値上げ 高くなった 借りてる 借りている 借りています 貸してる 貸している 貸しています 残ってる
    残っている 残っています 残った 余った くれる くれるって もらえる もらえます もらう もらいます 入る 入ります
    戻る 戻ってくる 持ってきて 持って来て 買ってきて 払っといて 払っておいて エラー 失敗 使おうと思った
    買おうと思った 熱
    """
    ),
    was_words=words("だった でした のはず はず のはずだった"),
    question_words=words("いくら 何円 なんぼ いつ どこ 誰 だれ なに どれ 何 なんで なぜ どう どうして"),
    closing_questions=words(
        """
    何
    か ですか でしょうか かな かなー かなぁ かなあ かね かしら っけ いくら いくらだっけ いくらかな いくらですか いくらでしょう
    どう どうかな どうする いける 大丈夫 平気 ok？ 何円 なんぼ 買える 使える 払える 行ける 足りる いい 何日もつ 何日持つ
    """
    ),
    afford_ends=words(
        """
    使える 買える 払える 足りる いける 使えます 買えます 払えます 足ります 使っていい 使ってもいい 買っていい 買ってもいい
    使っても大丈夫 使って大丈夫 使っても平気 使っても良い 使っても足りる 買っても大丈夫 買って大丈夫 買っても平気
    買っても良い 買っても足りる 払っても大丈夫 払って大丈夫 払っても平気 払ってもいい
    """
    ),
    talk_places=words("から まで"),
    amount_verbs=_SPENT,
    plans=phrases(
        "もし,リマインド,忘れないで,いくら使える,いくら残って,あといくら,残りいくら,残りは,今月いくら,今週いくら,教えて"
    ),
    balance_words=words(
        "残高 残高は 残り 残りは 残額 値段 お値段 ご利用可能額 利用可能額 利用可能枠 限度額 上限 予算 あと 貯金額 目標"
    ),
    money_asked=words("あと 残り 残りは 残高は 予算は 残高 残って 残ってる 使った 使ってる 予算 支出 使っている"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("クリスマス"), "christmas"),
            **dict.fromkeys(phrases("正月,お正月,gw,ゴールデンウィーク,お盆,年末年始"), "unclear"),
            **dict.fromkeys(phrases("今月,今月の,今月いくら,当月"), "month"),
            **dict.fromkeys(phrases("先月,先月の,前月"), "last month"),
            **dict.fromkeys(phrases("先週,先週の,前の週"), "last week"),
            **dict.fromkeys(phrases("給料日から,給料から"), "period"),
            **dict.fromkeys(phrases("今週,今週の,この週"), "week"),
            **dict.fromkeys(phrases("今年,今年の,今年は,本年"), "year"),
            **dict.fromkeys(phrases("去年,去年の,昨年,昨年の,前年"), "last year"),
            **dict.fromkeys(phrases("週末,この週末,今週末,土日"), "weekend"),
            **dict.fromkeys(phrases("先週末"), "last weekend"),
            **dict.fromkeys(phrases("来週,再来週,来月,来年,先々週,先々月,一昨年,おととし,最近,この頃"), "unclear"),
        }
    ),
    how_much=phrases("いくら,なんぼ,何円"),
    look_words=words("見せて 見せて下さい 見せてください 見たい 表示 表示して"),
    spending_words=words("まとめ 一覧 支出 出費"),
    most_words=words("一番 いちばん 最も"),
    list_words=words("一覧 リスト 全部 もの"),
    largest_words=phrases(
        """
    一番 高い, 一番 大きい, 一番 大きな, 最も 高い, いちばん 高い, 最大, 最高額,
    大きい 支出, 大きな 支出, 大きい 出費, 大きな 出費, 高い 買い物, 大きい 買い物
    """
    ),
    over_words=phrases("以上, 超え, より 高い, を 超える"),
    earned_words=words("稼いだ 稼いでる 稼いでいる 稼ぎ 稼ぎは 収入 収入は"),
    spent_on_after=words("に で は には では"),
    latest_words=words("過去 直近 この ここ 最近の"),
    since_words=words("から 以降 以来"),
    group_verbs=words(
        """
    集合 着く 着いた 着きます 到着 出発 出る 始まる 始まった 始まります 終わる 終わった 終わります 勝った 負けた
    気温 遅れる 遅れます 乗る 乗った 向かう 向かってる 会う 会おう 待ち合わせ いる います ある あります 来る
    来た 来ます 帰る 帰ります 開く 閉まる 予約
    """
    ),
    bill_words=words("支払い 支払 支払済み 支払った 払った 請求書"),
    income=phrases(
        """
    給料, お給料, 給与, 月給, 基本給, 手取り, 給料日, 収入, 年金, 給与振込, 給料振込,
    給与支給, 今月の給料, 今月の給与, 今月給料, 給料日給料, サラリー, 会社給料, 会社の給料, 11月の給料, 月収,
    奨学金
    """
    ),
    arrived=words(
        """
    が も は の 1月分 2月分 3月分 4月分 5月分 6月分 7月分 8月分 9月分 10月分 11月分 12月分
    1月分の 2月分の 3月分の 4月分の 5月分の 6月分の 7月分の 8月分の 9月分の 10月分の 11月分の 12月分の
    今月 今月の 今月分 先月分 入った 入りました はいった 入金 入金された 入金されました 入金あり
    もらった もらいました 貰った 貰いました いただいた いただきました 出た 出ました 振り込まれた
    振り込まれました 振込 振込み 振込まれた 受け取った 受け取りました 届いた きた 来た 来ました 支給 支給された
    です でした ！ 入ったー ゲット 手取り 支払われた
    """
    ),
    self_words=words("私 わたし 俺 僕 自分"),
    refunds=words("返金 返金された 返金されました 返金あり 払い戻し 払戻 払戻し 返品 返品した 返品しました リファンド"),
    debts=words("ローン 借金 奨学金"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("返してきた, 返してきました"), "extra"),
            **dict.fromkeys(phrases("国民年金, 厚生年金, 年金保険料, 国民年金保険料"), "either"),
            **dict.fromkeys(phrases("シフト の チップ, シフト チップ, もらう, もらってる, もらっている"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    原稿料, 退職金, 相続, 遺産, 賞金, 印税, 講演料, 謝礼, 日当, 副収入, 報酬, 残業手当, 住宅手当, 通勤手当,
    出産手当金, 傷病手当, 売上金, 利益, 昇給, 懸賞, 当選金, 満期金, 解約金
                    """
                ),
                "either",
            ),
            **dict.fromkeys(phrases("補償金"), "extra"),
            **dict.fromkeys(phrases("前借り, 前借"), "extra"),
            **dict.fromkeys(phrases("お釣り, おつり"), "extra"),
            **dict.fromkeys(phrases("集金した, 集めた, 集まった"), "either"),
            **dict.fromkeys(phrases("戻った, 戻りました, 戻り"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    もらった, もらいました, 貰った, 貰いました, いただいた, いただきました, 頂いた, 頂きました, 受け取った,
    受け取りました, くれた, くれました, 振り込まれた, 振込まれた, 振り込まれました, 入金, 入金された,
    入金されました, 振込入金, 売れた, 売れました, 売った, 売りました, 売却, 売上, 売上金, メルカリ売上,
    メルカリ売上金, フリマ売上, 当たった, 当たりました, 勝った, 勝ちました, 当選, 拾った, 見つけた, お小遣い,
    おこづかい, お小遣, フリーランス, 出張費精算, 交通費精算, 経費精算, 立替精算, 仕送り, お年玉, キャッシュバック,
    ポイント還元, 還元, 臨時収入, 副収入, 副業, 配当,
    配当金, 利息, 利子, 保険金, 給付金, 支援金, 児童手当, 手当, 借りた, 借りました, 儲かった, 儲けた, 稼いだ,
    稼ぎました, 勝ち, 収益, 報酬, 謝礼, チップもらった, ゲット, から お祝い, から ご祝儀, から お小遣い,
    同僚 から, 友達 から, 友人 から, 両親 から, 母 から, 父 から, 上司 から, 先輩 から, から 出産祝い, から 結婚祝い,
    おごってもらった, 奢ってもらった,
    出してもらった, 払ってもらった, 払ってくれた,
    送ってくれた, 送金された, 入った, 入りました, バイト, 送られてきた, 失業保険, 傷病手当,
    経費精算
    """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    """
    返してもらった, 返ってきた, 返ってきました, 戻ってきた, 戻ってきました, 返してくれた, 還付, 還付金,
    還付された, 税金還付, 返却, 敷金返還, 返還, 返済された, 立替分, 立て替え分, 立替金
    """
                ),
                "refund",
            ),
            **dict.fromkeys(
                phrases("バイト代, アルバイト代, パート代, パート収入, バイト給料, ボーナス, 賞与, 日当, 日給, 残業代"),
                "paycheck",
            ),
        }
    ),
    from_words=words("より"),
    money_names=words("paypay ペイペイ linepay ラインペイ メルペイ 楽天ペイ d払い aupay 現金"),
    from_last=words("から"),
    debits=words(
        """
    引き落とし 引落 引落し 引き落とされた 引き落とされました 支払い お支払い 支払 決済 ご利用 利用 購入 買い物
    お買い物 買物 代金 会計 お会計 払った 払いました 支払った 支払いました 使った 使いました 買った 買いました
    """
    ),
    transfers=words(
        """
    とってある
    口座間 口座間振替 借金 振り込んだ 振り込みました 送金 送金した 送金しました 送った 送りました 引き出し 引き出した
    引き出しました 引出し おろした おろしました 下ろした 下ろしました 出金 atm 貯金 貯金した 貯金しました 預金
    預けた 入れた 積立 積み立て 積立nisa nisa 投資 貸した 貸しました 返した 返しました 返済 立て替えた
    立て替えました 立替 両替 渡した 渡しました 貯金箱 へそくり つみたて あげた あげました 落とした なくした
    """
    ),
    spent_phrases=phrases(
        "収入 印紙, 荷物 送った, 荷物 送りました, 宅急便 送った, 振込 手数料, 振り込み 手数料, 送金 手数料, atm 手数料, "
        "ガソリン 入れた, ガソリン 入れました, 灯油 入れた, 軽油 入れた"
    ),
    wires=words("チャージ 振込 振り込み"),
    little_words=words(
        """
    こんにちは こんばんは おはよう
    までの そういえば ちなみに の で を と に は が も へ や から より だけ とか など って ね よ よー さ な です
    ます でした だった でし から まで 代 料 費 料金 分 用 さん くん ちゃん 円 チケット セット ちょうど くらい
    ぐらい ほど のみ 税込 税込み 税抜 現金 カード クレカ paypay ペイペイ メモ 友達 みんな 家族 夫 妻 旦那 嫁 子供
    子ども 彼女 彼氏 先月分 先月の 先月分の 11月分 今月分 今月の 朝 昼 夜 夕方 深夜 今月 分の また ついに やっと
    ついでに いつもの 新しい 帰り 帰りに 途中で 一緒に
    """
    ),
    verbs_first=_SPENT | words("入力忘れ 書き忘れ 記入漏れ つけ忘れ 付け忘れ 忘れてた 忘れた"),
    tells=words("入力忘れ 書き忘れ 記入漏れ つけ忘れ 付け忘れ 支出 出費 記録 メモ 忘れてた 忘れた 忘れてました"),
    every_words=words("毎 毎週"),
    once_words=words("一回 1回 一度 単発"),
    recurring_days=MappingProxyType({"日": 1, "日間": 1, "週": 7, "週間": 7}),
    recurring_months=MappingProxyType({"月": 1, "ヶ月": 1, "か月": 1, "年": 12}),
    every_after=words("ごと ごとに 毎 毎に"),
    twice_a_month=phrases("月 2回, 月 に 2回"),
    every_second=MappingProxyType({"隔週": "週", "隔週で": "週", "隔月": "月", "隔月で": "月"}),
    adverbs=MappingProxyType({"毎日": "日", "毎週": "週", "毎月": "月", "毎年": "年"}),
    last_day_words=words("末日 月末 毎月末"),
    from_day_after=words("から より に"),
    weekend_words=words("週末 土日 週末なら 土日なら"),
    working_days=phrases("平日"),
    before_words=words("前 前の"),
    after_words=words("後 後の"),
    tomorrow_words=words("明日 あした"),
    openings=words(
        """
    いや いえ いいえ ごめん すみません すいません 間違い 間違えた 間違えました まちがい 訂正 修正 違う ちがう
    違った 違います これ この それ 正しくは 正解は やっぱり やっぱ 実は じゃなくて ではなく あ あっ
    だった でした です だよ
    """
    ),
    part_openings=words("移動 移動して 移して 変更 変更して 上げて 下げて 増やして 減らして"),
    not_closings=words("じゃない じゃないです ではない ではありません じゃありません じゃなくて ではなく ではなくて"),
    wrong_words=words("違う ちがう 違います 違った 間違い 間違ってる 間違っています まちがい"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("カテゴリ カテゴリー 分類".split(), "category"),
            **dict.fromkeys("金額 値段".split(), "amount"),
            **dict.fromkeys("日付 日にち".split(), "day"),
            **dict.fromkeys("メモ".split(), "note"),
        }
    ),
    closings=words("して してください しといて お願い お願いします ください で です だった でした これ"),
    please_words=words(
        "して してください お願い お願いします ください でした だった です に変更 に修正 に訂正 でお願いします"
    ),
    courtesies=words(
        """
    最高 いいね 完璧 素晴らしい やっぱりいい 気にしないで 大丈夫 なんでもない ありがとう
    ありがとうございます どうも 了解 了解です わかった わかりました オッケー オーケー ok おけ 笑
    サンキュー すごい おやすみ おやすみなさい バイバイ じゃあね
    """
    ),
    delete_words=words(
        "削除 削除して 削除してください 消して 消す 取り消し 取消 取り消して 取消して なし なしで キャンセル 消してください やめる"
    ),
    restore_words=words("元に戻す 戻して 復元 復元して 戻す 元に戻して"),
    everything_words=words("全部 すべて 全て 両方"),
    yes_words=words(
        "はい うん ええ そう そうです ok オッケー おっけー いいよ いいです もちろん お願い お願いします 正解"
    ),
    never_mind=phrases(
        "やっぱりいい, やっぱりいいです, もういい, もういいです, 結構です, 気にしないで, いいや, いや、いいや, いや、いい, "
        "やっぱいい, やっぱいいや, そのままで, そのままでいい, このままで"
    ),
    again=phrases("同じ,同じもの,また同じ,もう一度,もう一回,もう一つ,同上"),
    others=words(
        """
    義母 義父 お客さん お客様 生徒 ルームメイト 大家さん 大家
    叔母 叔父 伯母 伯父 両親 父 母 お父さん お母さん 祖父 祖母 おじいちゃん おばあちゃん 兄 姉 弟 妹 同僚 友達 友人 上司 先輩 後輩
    """
    ),
    no_words=words("いいえ いや ううん 違う ちがう 違います なし いらない やめて"),
    answers=MappingProxyType(
        {
            "支出": "spent",
            "出費": "spent",
            "使った": "spent",
            "払った": "spent",
            "返金": "refund",
            "給料": "paycheck",
            "給与": "paycheck",
            "収入": "extra",
            "臨時収入": "extra",
            "お小遣い": "extra",
            "両方": "entries",
            "別々": "entries",
            "別々で": "entries",
            "合計": "all",
            "まとめて": "all",
            "全部": "all",
            "新規": "new",
            "新しい": "new",
            "追加": "adds",
        }
    ),
    void_first=words("リスト 買い物リスト まで たぶん 多分 見積もり 見積"),
    installments=words("回払い"),
    paid_by=words("払った 払ってくれた 出した 出してくれた"),
    auxiliaries=words("が"),
    paid_with=phrases("カード で, visa で"),
    unpaid_labels=words("コード 認証コード 確認コード 暗証番号 番号 会員番号 注文番号"),
    minus_words=words("マイナス"),
    off_words=words("割引 値引き 値引 引き 引 オフ off"),
    treats=phrases("の おごり, の 奢り"),
    no_payers=words("妻 夫 旦那 嫁 子供 息子 娘 彼女 彼氏 主人"),
    less_words=words("割引 値引き"),
    pay_verbs=words("払う 払ってる 支払う"),
    price_verbs=words("見積もり 見積"),
    measured=phrases(
        """
    時給, 血糖, 血糖値, 血圧, 体重, 身長, ポイント, 為替レート,
    検針, メーター検針, メーター, 体重, 体温, 血圧, 身長, 脈拍, 血糖値, 体脂肪, 体脂肪率, 歩数, 気温,
    湿度, 心拍数, 走行距離
    """
    ),
    halved=phrases("折半, 半々"),
    at_most=phrases("最大, 最大で, 多くても"),
    shared_among=words("を"),
    most_openers=phrases("最大"),
    ran_out=words("切れた なくなった"),
    kept_in=phrases(
        "まだ ある, まだ あります, まだ 残って, 口座 に, 財布 に, 財布 の中 に, 銀行 に, 手元 に, 通帳 に, 残高 は"
    ),
    builtin=BUILTIN,
    starters=STARTERS,
)
