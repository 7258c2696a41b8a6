"""How commands are said in English. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    unslashed=frozenset({"limit", "summary"}),
    names=MappingProxyType(
        {
            "week": "week",
            "period": "period",
            "bills": "bills",
            "recent": "recent, latest",
            "undo": "undo",
            "card": "card",
            "limits": "limits, limit, budget, budgets",
            "settings": "settings, setting",
            "help": "help",
            "categories": "categories, category",
            "chart": "chart, picture",
            "history": "history",
            "digest": "digest, summary",
            "remind": "remind, reminder",
            "payday": "payday",
            "bill": "bill",
            "afford": "afford",
            "audit": "audit",
            "rules": "rules",
            "share": "share",
            "links": "links",
            "door": "door",
            "doors": "doors",
            "export": "export",
            "import": "import",
            "imports": "imports",
            "forget": "forget",
            "invite": "invite, invitation",
            "members": "members",
            "add": "add",
            "spent": "spent",
            "paid": "paid",
            "refund": "refund",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """forget everything, delete everything, delete all data, delete all my data,
            delete my data, delete my account, erase everything, erase my data, erase all data, start over, start
            again, reset, reset everything, clear everything, clear all, wipe everything""",
            "week": """this week, left this week, how much left this week, what left this week, what's left this
            week, spent this week, how much spent this week, how much left, how much remaining, how much do i
            have, how much to spend, what left, what's left, whats left, what remains, how much can i spend,
            what can i spend, total spent, how am i doing, how are we doing, how doing, am i over budget, am i
            ok for money, am i ok, biggest category, top category, top categories, what biggest category, whats
            biggest category, what's biggest category, am i over, over budget, am i on track, on track, stats,
            statistics, total, status, budget status, where did money go, where did all money go, where money
            went, am i broke, this week so far, so far, how am i doing this week, how are we doing this week,
            how did i do this week, how is week going, how's week going, how much in total, how much total, how
            much altogether,
            total so far, total so far this week, where does money go, where does all money go, where has money
            gone,
            how much so far, how much spent so far, how much altogether so far""",
            "week last": """last week, previous week, week before, spent last week, how much spent last week, how did i do last
            week, how did we do last week, how was last week""",
            "period": """left, balance, remaining, when payday, when's payday, next payday, when next payday, when get paid, how
            much per day, how much a day, how much each day, daily budget,
            when get paid next, when get paid again, when next paid, when's next paycheck, when next paycheck,
            how much of paycheck left, how much of paycheck gone, how much of paycheck spent, how much paycheck
            left, how much left of paycheck, what left of paycheck, what's left of paycheck""",
            "period last": """last period, previous period, last pay period, how much spent last period, how much spent last
            pay period, how much spend last period, how much spend last pay period""",
            "undo": """undo last, undo that, scratch that, strike that, take back, take it back, take that back,
            delete, delete last, delete that, delete it, remove last, remove that, cancel, cancel that,
            delete last one, delete last entry, delete last expense, remove last one, remove last entry,
            remove last expense, undo last one, undo last entry, undo last expense, cancel last,
            cancel last one, cancel last entry, remove it, cancel it, forget that, delete this, remove this, undo it, undo this,
            delete previous, delete previous one, delete previous entry, remove previous, remove previous one, remove
            previous entry, ignore last, ignore last one, ignore last entry, that was mistake, that was a mistake, that one
            was a mistake, last one was a mistake, that was duplicate, that was a duplicate, that's duplicate, that's a duplicate,
            it was a duplicate, duplicate, last one was a duplicate, that was a double, logged twice, logged that twice,
            logged it twice, i logged that twice, entered that twice, entered twice""",
            "recent": """last entries, latest entries, recent entries, entries, list, list entries, all entries, what bought, what
            did i buy, what did we buy, everything, all, show all, last, list last, last ones, last expenses, latest
            expenses, recent expenses, last purchases, latest purchases, recent purchases, last transactions, latest
            transactions, recent transactions, last payments, last items, last things bought, list last entries, list
            last expenses, list entries, list expenses, list transactions, what were last entries, what were last
            expenses, what were last purchases, what were last transactions, expenses, transactions, purchases""",
            "help": """help me, how start, how get started, get started, how does this work, how does it work, what
            can you do, what can do here, what can do, what do you do, who are you, what is this, what this, how do
            you work, how use this, menu, commands, how delete something, how delete entry, how delete an entry, how
            undo something, how edit something, how edit entry, how edit an entry, how change entry, how change an
            entry, how change amount, how change something, how correct something, how correct mistake, how correct
            a mistake, how fix mistake, how fix a mistake,
            who made you, who built you, who runs you""",
            "bills": """what due, what's due, whats due, what bills due, next bill, when next bill, when's next bill, what next
            bill, upcoming bills, what bills coming up,
            what owe before payday, how much owe before payday, what owe this week, how much owe this week""",
            "export": """export my data, export data, export all data, export everything, download my data, export
            to excel, export to csv, export csv, export as csv, send me my data, get my data, export budget, export
            expenses, export everything to excel, spreadsheet, send spreadsheet, send a spreadsheet, get
            spreadsheet, get a spreadsheet, download spreadsheet, export everything as csv, send csv, send a csv,
            send csv file, send a csv file, give a csv, get a csv, download csv, download a csv, download
            everything, download everything as excel, download everything as csv, download all data, download my
            entries, can i get a csv, can i download my data, can i export my data,
            can i have a csv, can i get a spreadsheet, can i have a spreadsheet, can i get
            data""",
            "share": """share budget, share this budget, share link, link to share, make a link, create a link, send a link,
            give a link, get a link, make a share link, create a share link, can i get a link, can i have a link""",
            "members": """who's in here, who is in here, who's in this budget, who can use this, who in this budget,
            who in budget, who's in budget, who else in here, who else in this budget, who can use this budget""",
            "links": """who can see budget, who can see this budget, who can see this, revoke link, revoke a link,
            revoke links, revoke all links, delete link, delete links, delete all links, remove link, remove links,
            remove all links, stop sharing, stop sharing budget, turn off link,
            can wife see this, can husband see this, can partner see this, can anyone see this, can anyone else
            see this, can others see this, can someone see this, who else can see this, who else can see budget,
            who can see entries, who sees entries, who sees this, who can see my entries, is this private,
            revoke all, revoke everything""",
            "remind off": """turn off reminder, turn off reminders, turn reminder off, turn reminders off, switch
            off reminders, stop reminding, stop reminder, stop reminders, stop sending reminders, no reminders, no
            more reminders, don't remind, dont remind, do not remind, don't remind anymore, stop reminding anymore,
            cancel reminder, cancel reminders, delete reminder, delete reminders, remove reminder, remove reminders,
            disable reminder, disable reminders""",
            "digest off": """turn off digest, turn digest off, stop digest, no digest, no more digests, cancel
            digest, disable digest, stop weekly summary, stop sending weekly summary, turn off weekly summary, no
            more weekly summaries,
            stop summaries, stop summary, stop weekly summaries, stop digests, no summary, no summaries, no more
            summaries, no weekly summary, turn off summary, turn off summaries, cancel summary, cancel
            summaries, cancel weekly summary""",
        }
    ),
    words=MappingProxyType(
        {
            "last": """last, last week, last period, before, previous, previous week, previous period, week before""",
            "all": "all",
            "off": "off, none, no, stop",
            "switched off": "off, cancel, cancelled, canceled, stop paying",
            "none": "none, no limit, no limits, unlimited",
            "auto": "auto, automatic",
            "bars": "bars",
            "ahead": "ahead",
            "outside": "outside the weekly limits, outside the limits, outside",
            "skip": "skip, skip this one, skip it",
            "add": "add, new, create",
            "rename": "rename",
            "remove": "remove, delete",
            "to": "to, into, as",
            "carry": "carry",
            "carry up": "carry up",
            "carry down": "carry down",
            "carry off": "carry off, carry none",
            "fresh": "fresh",
            "next week": "from next week, next week",
            "set": """set, put, make, change, keep, cap, the, my, our, a, an, to, at, for, of, on, is, be, per,
            each, every, week, weekly, new, now, please, should, want, send, give, raise to, increase to, lower to,
            reduce to, bump to, bump up to, drop to, cut to, up to, down to, bring to""",
            "set limit": "set, raise, increase, lower, reduce, cut, drop, bump, cap, change, make, limit, keep",
            "correct": "correct, edit",
            "at most": "at most, no more than, not more than, max, maximum, a maximum of, up to, only up to",
            "totals": "totals",
            "week": """week starts on, week starts, week start, first day, weekday, week, weeks start on, weeks start,
            week begins on, weeks begin on""",
            "zone": "time zone, timezone, zone, clock, time",
            "numbers": "number format, number style, numbers, number, locale, format",
            "currency": "currency, money",
            "language": "language, speak",
            "name": "name",
            "at": "at",
            "o'clock": "o'clock, oclock, h",
            "am": "am, a.m, morning, mornings",
            "pm": "pm, p.m, evening, evenings, night, afternoon",
            "paid": "paid, is paid, is already paid, was paid, are paid, has been paid",
            "get paid": """i get paid, we get paid, i am paid, we are paid, i'm paid, im paid, we're paid, i get my
            salary, i get my wages, i get my paycheck, my salary comes, salary comes, my paycheck comes, paycheck
            comes, my wages come, wages come, payday is, my payday is, payday, my payday""",
            "quit": "quit, exit",
            "edit": "edit",
        }
    ),
    languages="""english, german, spanish, french, italian, dutch, polish, portuguese, russian, ukrainian,
    japanese, turkish, indonesian, arabic""",
    fillers=words("please already now still the my me i we do have is are show money did it's its just"),
)
