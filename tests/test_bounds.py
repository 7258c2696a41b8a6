"""Each row of SECURITY.md's table of bounds has tests at the bound and just over it; here stands which ones."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.test_docs import SECURITY, tables

TESTS = Path(__file__).parent

HELD = """
a request's head
    web/test_server: a_head_has_sixteen_kilobytes_at_most, a_head_has_a_hundred_headers_at_most
path and query
    web/test_guard: an_address_is_bounded
`Accept`
    web/test_negotiation: the_first_two_thousand_characters_are_read
    web/test_guard: of_what_is_liked_the_first_thirty_two_are_read
`X-Forwarded-For`
    web/test_guard: of_the_forwarded_addresses_the_last_twenty_are_read
`?week=`
    web/test_summary: the_first_and_the_last_week_are_shown, a_bad_week_is_said_in_the_form_that_was_asked_for
time for a head; for a body
    web/test_server: a_head_has_ten_seconds, a_body_has_twenty_seconds
time without a request; to take an answer
    web/test_server: a_connection_without_a_request_is_closed_after_five_seconds, who_does_not_take_an_answer_is_let_go
a body
    web/test_server: a_body_that_nobody_wants_is_read_to_a_megabyte, a_body_has_few_small_pieces
    telegram/test_webhook: a_large_body_is_refused_unread_where_it_is_announced,
        a_large_body_is_refused_where_it_turns_out_to_be
requests of a connection that wait
    web/test_server: few_requests_wait_for_the_answer_to_an_earlier_one
connections
    web/test_server: one_connection_too_many_takes_the_place_of_the_one_that_waits_longest,
        one_connection_too_many_is_refused_where_all_are_at_work, who_has_all_places_takes_nobody_elses,
        half_of_the_files_that_may_be_open_are_left_for_others
wrong links, webhook secrets, metrics tokens
    web/test_guard: who_guesses_waits_and_others_do_not, wrong_tokens_for_counts_are_slowed_and_the_right_one_is_not
    telegram/test_webhook: wrong_secrets_are_slowed_and_the_right_one_never_is
openings of right links
    web/test_guard: right_links_cost_no_guesses_and_opening_has_its_own_measure
wrong tokens of write doors
    web/test_posting: guessing_is_slowed_and_never_shuts_a_right_token_out
posts through one write door
    web/test_posting: a_door_takes_thirty_at_once_and_then_one_each_two_seconds
the body of a post
    web/test_posting: a_body_has_four_kibibytes_at_most, a_key_is_any_text, a_key_that_is_none_is_refused
posts of a chat that are known
    storage/test_write_doors: the_latest_keys_are_known
until a chat is told of a post
    web/test_posting: what_telegram_did_not_take_is_told_later
    storage/test_write_doors: a_post_is_given_up_after_a_day
pictures drawn for an address, a link, a chat
    web/test_guard: pictures_have_a_measure_for_an_address_and_for_a_link
    web/test_chart: a_chat_that_asks_for_many_pictures_gets_the_numbers_in_words
pictures that wait
    web/test_chart: pictures_wait_for_each_other_and_few_wait_at_all
a picture
    web/test_chart: a_picture_is_bounded_whatever_a_budget_holds, twenty_categories_are_all_drawn,
        of_more_the_rest_is_one_honest_line
    web/test_feeds: a_picture_for_ink_is_black_and_white_and_of_its_size, a_size_that_can_not_be_is_refused
a calendar
    web/test_feeds: a_calendar_is_bounded, a_calendar_has_bills_and_paydays_of_thirteen_months
a page's table
    web/test_chart: json_and_text_are_complete_and_the_pages_table_is_bounded
a page's entries
    web/test_views: of_more_than_a_hundred_entries_the_latest_are_listed
addresses that are remembered
    web/test_guard: what_is_remembered_of_visitors_and_tokens_is_bounded
    web/test_rate_limits: a_rate_limit_forgets_the_key_unseen_for_longest_and_never_exceeds_its_burst,
        recent_tokens_forget_the_one_added_first
openings not yet written down
    budget/test_sharing: what_is_counted_beside_the_looks_is_bounded
a file to import
    telegram/test_files: the_bytes_that_arrive_count_and_no_announced_size, a_file_is_fetched_up_to_the_bound,
        a_fetch_that_brings_too_much_is_refused_and_gives_its_place_back
the same
    telegram/test_files: a_file_that_trickles_is_given_up
the same
    telegram/test_files: four_files_are_held_at_a_time_and_one_that_waits_too_long_is_repeated
    bot/test_conversation_files: one_file_is_read_at_a_time_and_all_are_recorded
    budget/test_turns: who_waits_too_long_for_a_turn_is_asked_to_come_again
    bot/test_turns: one_more_than_have_their_turn_is_repeated, of_large_books_that_are_put_one_has_its_turn
a file of a bank or another program
    budget/imports/test_statements: what_is_no_statement_is_refused, elements_stand_forty_deep_at_most,
        a_statement_has_a_thousand_names_and_no_long_tag, a_tag_waits_for_its_end_for_half_a_mebibyte,
        a_long_text_is_cut
    budget/imports/test_texts: any_other_zip_is_refused, a_zip_that_unpacks_to_gigabytes_is_stopped
a table
    budget/imports/test_tables: the_bounds_themselves_are_read, what_is_no_table_or_too_large_is_refused
    budget/imports/test_own_csv: each_bound_takes_what_is_at_it_and_refuses_what_is_over
a whole budget as JSON
    budget/exports/test_own_json: a_large_book_comes_back_out_of_a_zip, a_large_book_has_fifty_megabytes_at_most,
        a_large_book_has_a_head_of_five_megabytes_at_most,
        hostile_bytes_are_refused, a_file_has_five_thousand_names_at_most, days_have_room_for_the_weeks_around_them,
        of_categories_no_more_are_in_use_than_a_budget_has, bills_are_counted, what_is_no_book_is_refused
    bot/test_restoring: a_plan_has_ten_thousand_dated_rows_at_most
a row of a table
    budget/imports/test_tables: the_bounds_themselves_are_read, a_row_that_is_no_row_is_refused_by_its_line
files that wait for a tap
    storage/test_offers: a_file_is_kept_for_a_day_and_a_chat_has_few
    telegram/test_offers: few_files_are_kept_and_none_longer_than_a_day
what was said about files
    storage/test_imports: the_answers_of_few_headings_are_kept_and_the_oldest_goes
an export
    bot/test_conversation_files: an_export_that_is_too_large_is_refused_kindly_and_one_at_the_bound_is_not,
        a_chat_has_one_export_at_a_time_and_two_chats_have_theirs
    bot/test_turns: one_more_than_have_their_turn_is_repeated
a message that is read
    bot/test_conversation: more_than_twenty_lines_are_refused_together
    budget/grammar/test_properties: a_line_has_its_bounds, a_question_has_a_dozen_choices_at_most
the answer to a message
    bot/test_answers: twenty_long_lines_are_answered_by_two_messages_at_most, a_few_lines_are_said_in_full,
        lines_that_do_not_fit_are_counted_and_keep_their_buttons, a_long_quote_is_cut_after_a_word,
        all_bills_that_there_may_ever_be_are_six_messages_at_most
    bot/test_bills: of_very_many_occurrences_the_first_are_listed
a pay period
    bot/test_paydays: a_payday_is_at_most_a_year_ahead
    budget/test_paydays: the_next_payday_and_where_it_comes_from
an act on an import
    bot/test_conversation_files: an_act_on_an_import_adds_up_the_latest_forty_weeks,
        two_imports_are_acted_upon_at_a_time_and_short_messages_at_once
    bot/test_turns: one_more_than_have_their_turn_is_repeated
entries that are written anew
    bot/test_relabelling: no_more_than_twenty_thousand_entries_are_written_anew_at_once,
        a_chat_with_more_undone_entries_than_that_is_not_empty
codes of one person
    bot/test_access: wrong_codes_make_their_sender_wait_and_nobody_else, only_what_looks_like_a_code_is_tried
answers to one stranger
    bot/test_access: a_stranger_is_told_once_a_day_and_of_codes_a_few_times
open invitations of one person
    bot/test_access: no_more_than_ten_invitations_are_open
    storage/test_guests: ten_invitations_of_one_person_are_open_at_most_even_if_made_at_once,
        three_hundred_invitations_leave_few_rows
open write doors of one budget
    storage/test_write_doors: two_programs_open_ten_doors_at_most, the_latest_closed_doors_are_kept,
        a_closed_door_is_kept_for_a_month, a_label_is_cut
open share links of one budget
    budget/test_sharing: a_budget_has_at_most_twenty_open_links, links_that_ended_long_ago_are_forgotten,
        who_shares_and_revokes_all_day_piles_up_no_rows
budgets that become one
    storage/test_moves: two_full_budgets_make_one_with_no_more_in_use_than_one_has,
        however_many_budgets_become_one_it_holds_no_more_than_one_does
an answer to `/forget`
    bot/test_forgetting: a_question_counts_for_ten_minutes
a budget that is being forgotten
    storage/test_forgetting: its_rows_go_a_day_later_and_not_before
a category's name
    budget/test_categories: a_name_is_kept_as_written, a_name_that_says_something_else_is_refused
    budget/test_characters: a_letter_bears_four_marks_at_most
    bot/test_naming: a_name_that_is_long_or_hides_something_is_refused, a_name_has_forty_characters_at_most
a category's keywords
    bot/test_conversation: a_category_holds_fifty_keywords
`/audit`
    bot/test_history: twenty_thousand_entries_are_added_up_and_no_more
the changes of entries
    bot/test_history: the_newest_changes_are_kept
a guest's first name
    bot/test_access: names_are_kept_short_and_harmless
    budget/test_characters: a_persons_name_is_one_short_line
an update that ends or hangs the process
    telegram/test_poison: an_update_that_ended_process_after_process_is_let_go, its_tries_lie_apart,
        a_hang_ends_the_process
an update that can't be done
    telegram/test_polling_order: after_a_day_an_update_is_given_up_and_what_follows_is_done,
        a_hundred_that_can_not_be_done_hold_up_nobody_else,
        where_a_hundred_are_open_those_that_failed_make_room_at_once
a call to Telegram
    telegram/test_sender: a_call_has_twenty_seconds_and_one_with_a_file_forty
    telegram/test_webhook: a_receipt_that_is_asked_to_wait_long_is_left_to_a_repeat
what is said without being asked, and cards
    telegram/test_side_by_side: works_that_hang_give_their_places_away, a_chat_has_one_work_under_way,
        a_look_does_not_wait_for_an_earlier_one_and_all_are_finished
updates handled at once
    telegram/test_polling_order: with_a_hundred_open_it_asks_again_only_once_the_first_is_done
    telegram/test_webhook: it_registers_itself_and_drops_nothing
"""
"""How the input of each row begins, and the tests of that row: the name of a module, and after a colon those of its tests."""


def held() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the rows, each with the modules and names of its tests."""
    row, module, found = "", "", list[tuple[str, str]]()
    for line in HELD.strip().splitlines():
        if not line.startswith(" "):
            if row:
                yield row, found
            row, found = line, []
            continue
        before, colon, names = line.strip().rpartition(": ")
        module = before if colon else module
        found += [(module, f"test_{name}") for name in names.rstrip(",").split(", ")]
    yield row, found


@cache
def names_in(module: str) -> frozenset[str]:
    """Return the names of a module's functions, those of classes too."""
    tree = ast.parse((TESTS / f"{module}.py").read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_bound_has_its_tests() -> None:
    rows = next(rows for heading, rows in tables(SECURITY) if heading[:2] == ["input", "bound"])

    for (said, *_), (row, tests) in zip(rows, held(), strict=True):
        assert said.startswith(row) if row != "the same" else not said, (said, row)
        assert tests, row
        assert [(module, name) for module, name in tests if name not in names_in(module)] == [], row
