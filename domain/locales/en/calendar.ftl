slot-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}
seats-missing = { $count ->
    [one] { $count } person missing
   *[other] { $count } people missing
}
title-calendar = Calendar of help
span-label = View
span-agenda = List
span-day = Day
span-week = Week
span-month = Month
range-from = From { $day }
earlier = Earlier
later = Later
week-before = A week earlier
week-after = A week later
strip-label = Days of the week
agenda-next = Following days
seats-taken = { $taken } of { $max }
filters = Filters
filters-chosen =
    { $count ->
        [one] { $count } chosen
       *[other] { $count } chosen
    }
filters-show = Show
filters-clear = Clear filters
filter-text = Search
filter-kind = Kind of help
filter-organisation = Place
filter-district = District
filter-weekday = Weekday
filter-any = all
nothing-title = Nothing here
nothing-here = Nobody needs help on these days.
nothing-filtered = Nothing matches these filters on these days.
nothing-nearest = Nearest: { $day }
nothing-that-day = nothing that day
holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-easter = Easter
holiday-easter-monday = Easter Monday
holiday-labour = Labour Day
holiday-constitution = Constitution Day
holiday-pentecost = Pentecost
holiday-corpus-christi = Corpus Christi
holiday-assumption = Assumption
holiday-all-saints = All Saints’ Day
holiday-independence = Independence Day
holiday-christmas-eve = Christmas Eve
holiday-christmas = Christmas
fact-when = When
fact-where = Where
fact-people = How many people
fact-for-whom = For whom
from-age = from age { $age }
needs-checks = A task with children: first we check the documents that the law asks for
needs-confidentiality = A confidentiality statement is signed
other-dates = Other dates
all-dates = All dates
open-dates-title = Dates
open-dates-none-title = No dates for now
open-dates-none = Look into the calendar – you may like something else.
claim-title = Would you like to help?
claim-yours = Your claim
claim-do = I’ll help
claim-sign-in = Sign in and help
promise-instant = Confirmed at once. You can step back with one tap until it begins.
promise-approval = The coordinator confirms and we tell you at once. You can step back with one tap.
promise-visitor = An e-mail address is enough. We send a code, no password.
withdraw-do = Step back
mine-pending = Waiting for approval
mine-approved = Confirmed
mine-waitlisted = On the waitlist
mine-refused = Not this time
mine-withdrawn = Withdrawn
mine-cancelled = Cancelled
mine-attended = Thank you!
mine-no_show = Did not come
next-pending = The coordinator will decide and you will see it here at once. We will also send an e-mail.
next-approved = You have a place. Come a few minutes early. If something comes up, step back here – somebody else will gladly take it.
next-waitlisted = We will tell you when a place becomes free.
next-refused = See other dates – there will surely be something.
next-withdrawn = You can claim again.
next-cancelled = This date will not take place. There is nothing you need to do.
next-attended = Your hours are noted under “Mine”.
next-no_show = If this is a mistake, talk to the host.
missing-title = What is still ahead of you
missing-birth-date = Birth date
missing-birth-date-how = Add it in your profile.
missing-interview = A talk with the coordinator
missing-interview-how = We will get in touch to arrange a short meeting.
missing-training = Training
missing-training-how = One meeting: rules, safety, your questions.
missing-paperwork = Agreement and statements
missing-paperwork-how = We sign them together at the centre.
missing-end-break = End of your break
missing-end-break-how = Call or write to the coordinator when you want to come back.
missing-apply-again = A new application
missing-apply-again-how = Talk to the coordinator.
