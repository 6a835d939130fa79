# Coordinator's dashboard
board-title = Claims
board-live = live
board-live-lost = reconnecting…
board-live-off = connecting…
board-waiting = Waiting for a decision
board-waiting-list = Claims, the oldest first
board-none-waiting = Nobody is waiting
board-none-waiting-text = New claims appear here by themselves.
board-more-waiting = These are the { $shown } oldest of { $total } claims. The next ones appear as you decide.
board-since = waiting since { $when }
board-select = Select: { $name }
board-select-all = All
board-selected = { $count ->
    [one] { $count } person selected
   *[other] { $count } people selected
}
board-approve = Approve
board-refuse = Refuse
board-approve-name = Approve: { $name }
board-refuse-name = Refuse: { $name }
board-approve-selected = Approve selected ({ $count })
board-refuse-selected = Refuse ({ $count })
board-reason = Reason for the volunteer
board-reason-hint = They read it in a message. It may be empty.
board-preset-full = No places
board-preset-other = Other experience
board-preset-call = Another date
board-preset-papers = Paperwork first
board-reason-full = There are no places left on this date.
board-reason-other = This time we need somebody with different experience. You are welcome in other tasks.
board-reason-call = We will call you and propose another date.
board-reason-papers = Let us finish the paperwork first, then you are welcome.
board-refuse-now = Refuse and send
board-back = Back
board-undo = Undo
board-undo-name = Undo: { $name }
board-approved-one = Approved: { $name }.
board-refused-one = Refused: { $name }.
board-approved-many = { $count ->
    [one] Approved { $count } person.
   *[other] Approved { $count } people.
}
board-refused-many = { $count ->
    [one] Refused { $count } person.
   *[other] Refused { $count } people.
}
board-undone = Decision taken back: { $name }.
board-fate-approved = approved
board-fate-refused = refused
board-fate-by = { $name }, { $time }
board-fate-gone = claim withdrawn
board-new = new
board-recent = Latest decisions
board-recent-none = No decisions in the last ten minutes.
board-recent-by = { $name } at { $time }
board-gaps = Free places
board-gap-waiting = { $count ->
    [one] { $count } waits
   *[other] { $count } wait
}
board-keys = Keys
board-keys-on = Keyboard shortcuts work on this page
board-key-next = next person
board-key-previous = previous
board-key-select = select
board-key-approve = approve
board-key-refuse = refuse
board-key-undo = undo
board-key-help = this help
fact-age = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
fact-newcomer = first time in the programme
fact-attended = { $count ->
    [one] with us { $count } time
   *[other] with us { $count } times
}
fact-here = { $count ->
    [one] here { $count } time
   *[other] here { $count } times
}
fact-missed = { $count ->
    [one] { $count } absence
   *[other] { $count } absences
}
fact-likes = likes such tasks
fact-time = has time then
fact-no-time = usually has no time then
fact-district = lives in this district
fact-languages = also speaks: { $languages }
fact-language-uk = Ukrainian
fact-language-en = English
warning-cancelled = date cancelled
warning-started = already begun
warning-already-claimed = already claims it
warning-not-active = not yet cleared for tasks
warning-no-birth-date = no birth date
warning-too-young = too young: from { $number } years
warning-minor-at-home = a minor, task in somebody’s home
warning-minor-at-night = a minor, too late (until { $number }:00)
warning-minor-too-long = a minor, too long (up to { $number } min)
warning-minor-no-rest = a minor, too little rest
warning-not-screened = not screened for work with children
warning-overlaps = has another task at that time
warning-too-close = too little time to get there ({ $number } min)
warning-weekly-limit = over the weekly limit ({ $number } min)
warning-full = no places left

# Opportunities
offers-title = Offers
offers-new = New offer
offers-search = Find an offer
offers-search-go = Search
offers-coming = Coming
offers-drafts = Drafts
offers-past = Past
offers-cancelled = Cancelled
offers-none = There is no offer here
offers-none-text = Change the filter or add the first one.
offers-column-what = Offer
offers-column-where = Where
offers-column-next = Next date
offers-column-dates = Dates
offers-column-state = State
offers-more = The first { $shown } of { $total } are shown. Narrow the list by searching.
offer-no-dates = no dates
offer-back = Offers
offer-new-title = New offer
offer-text = About the offer
offer-place-part = Where and for whom
offer-organisation = Facility or partner
offer-kind = Kind of help
offer-choose = Choose…
offer-title = Title
offer-title-hint = In a few words, as you would say it on the phone.
offer-description = What it is about
offer-description-hint = What people do, what to bring, who helps on the spot.
offer-place = Place
offer-place-hint = Room, entrance, bus stop.
offer-district = District
offer-no-district = No district
offer-remote = One can help from home
offer-min-age = Youngest age
offer-min-age-hint = For this kind of help usually from { $age } years.
offer-rule = How people claim
offer-rule-instant = A place at once
offer-rule-instant-text = Whoever claims and meets the conditions has a place.
offer-rule-approval = After a coordinator approves
offer-rule-approval-text = The claim waits for your decision.
offer-save = Save
offer-create = Save draft
offer-saved = Saved.
offer-errors = { $count ->
    [one] Please correct { $count } field
   *[other] Please correct { $count } fields
}
offer-publish = Publish
offer-published = Published. The offer is in the calendar.
offer-publish-hint = Only coordinators see a draft.
offer-publish-dates = Add a date first, then it appears in the calendar.
offer-see = See it as a volunteer
offer-cancel = Cancel the whole offer
offer-cancel-text = All dates to come will be cancelled, and everyone with a claim gets a message.
offer-cancel-reason = Reason for those who claimed
offer-cancel-now = Cancel the offer
offer-told = { $count ->
    [0] Cancelled. Nobody had claimed.
    [one] Cancelled. { $count } person gets a message.
   *[other] Cancelled. { $count } people get a message.
}
dates-title = Dates
dates-add-title = Add dates
dates-day = Day
dates-starts = From
dates-ends = Until
dates-ends-hint = A time before the start means the next day.
dates-min = Fewest people
dates-max = Most people
dates-skip = Skip public holidays
dates-added = { $count ->
    [one] Added { $count } date.
   *[other] Added { $count } dates.
}
dates-waiting = { $count ->
    [one] { $count } person waits
   *[other] { $count } people wait
}
dates-cancelled = cancelled

# People
people-title = People
people-all = Everyone
people-search = Name or email
people-search-go = Search
people-none = Nobody here
people-none-text = Check the spelling or choose another stage.
people-shown = The first { $count } people are shown. Narrow the list by searching.
people-list = Volunteers
people-column-person = Person
people-column-status = Stage
people-column-since = Since
people-column-screening = Screening (children)
people-column-next = What next
people-next-interview = To a talk
people-next-training = To training
people-next-paperwork = To the paperwork
people-next-trial = To the trial
people-next-active = For good
people-next-return = Comes back
people-more-label = More: { $name }
people-pause = A break from helping
people-end = End the cooperation
people-reject = Do not accept
people-withdraw = The person stepped back
people-again = Applies again
people-screened = recorded
people-not-screened = none
people-screen = Record the screening
people-screen-short = Record
people-unscreen-short = Take back
people-unscreen = Take back the record of screening
people-screening-hint = We record only the fact and the day. Printouts stay in the paper file.
people-moved = { $name }: { $status }.
people-screening-saved = { $name }: screening recorded.
people-screening-removed = { $name }: record of screening taken back.

# Hosts
host-title = Attendance
host-lede = Who comes and who came. Hours add up by themselves.
host-confirm = To confirm
host-confirm-none = Everything is confirmed. Thank you!
host-coming = Coming
host-week = The facility’s week
host-coming-none = Nobody has a place in the next two weeks.
host-confirmed = Confirmed
host-confirmed-none = Dates of the last two weeks will appear here.
host-nobody = Nobody has a place yet.
host-came = Came
host-missed = Did not come
host-minutes = How many minutes
host-minutes-unit = min
host-presence = Presence: { $name }
host-call = Call: { $name }
host-recorded-came = { $name }: presence recorded. Press again to take it back.
host-recorded-missed = { $name }: absence recorded. Press again to take it back.
host-recorded-reset = { $name }: record taken back.
host-done = all recorded
host-seats = { $taken } of { $max }
# The waiting list, stepping back, who comes instead
queue-title = Who waits for a place
queue-lede = A freed place is offered in this order.
queue-asked = asked, until: { $until }
queue-turn = { $turn }.
queue-since = since { $when }
queue-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
queue-change = Change the turn
queue-change-name = Change the turn: { $name }
queue-to = Where to
queue-to-top = to the top – asked next
queue-to-up = one up
queue-to-down = one down
queue-reason = Why
queue-save = Change
do-queue = To the waiting list
do-queue-name = To the waiting list: { $name }
seating-asked-again = has not confirmed the change
seating-kept = place is kept
risk-not-confirmed = { $name }: no answer after the date changed
risk-kept = { $name }: a place from the waiting list waits for an answer
stepped-late-title = Stepped back shortly before
stepped-late-at = { $when } · told { $at }
agreements-title = Stand-ins to decide
agreement-stand-in = { $to } instead of { $from }
agreement-swap = { $from } and { $to } swap: { $when } for { $other }
agreement-allow = I agree
agreement-allow-name = I agree: { $to } instead of { $from }
agreement-refuse = Leave it as it was
agreement-refuse-name = Leave it as it was: { $from }
claim-state-pending = waiting for approval
claim-state-approved = approved
claim-state-waitlisted = on the waitlist
claim-state-offered = a freed place waits for an answer
claim-state-refused = refused
claim-state-withdrawn = withdrawn
claim-state-cancelled = cancelled
claim-state-attended = attended
claim-state-no_show = did not come
pair-action-approve = place given
pair-action-refuse = said no
pair-action-offer = asked
pair-action-take_back = took the question back
pair-action-lock = place kept for this person
pair-action-unlock = place no longer kept
pair-action-exclude = this person left out
pair-action-allow = this person considered again
window-add-title = Add a task without an hour
window-lede = For example “3 hours whenever it suits you, between 1 and 14 December”, or “by Friday”. Each person splits their work as they like.
window-first = First day (empty: from today)
window-last = Last day
window-hours = How much work: hours
window-minutes = and minutes
window-add = Add the task
window-widen = Give more time or places
window-widen-do = Save the change
window-widened = The change is saved.
window-added = The task was added.
host-noted = { $much } by their own notes
host-noted-done = done: { $much }
settings-lede = These numbers hold at once, also for dates and claims that are there already. An administrator changes them.
settings-travel = Between two places (minutes)
settings-travel-hint = Everybody has this much time on the way. Nobody gets a shorter break.
settings-weekly = Adults in a week at most (hours)
settings-weekly-hint = Who wishes sets less in their profile.
settings-minor = Minors in a week at most (hours)
settings-minor-hint = The law allows 12 hours.
settings-cancel = Stepping back without a call until (hours before the date)
settings-cancel-hint = Later, coordinators and the facility are told at once.
settings-waitlist = A free place waits for a person from the list (hours)
settings-waitlist-hint = Shorter near the date, never until midnight or in the night.
settings-party = Group: most places in one claim
settings-party-hint = With the person who is responsible.
settings-swaps = A coordinator decides about stand-ins and swaps
settings-swaps-hint = Otherwise they are told once it is done.
settings-saved = The settings are saved. They hold from now on.
