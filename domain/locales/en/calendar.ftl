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
mine-pending = Waiting for approval
mine-approved = Confirmed
mine-waitlisted = On the waitlist
mine-offered = A place waits for you
mine-refused = Not this time
mine-withdrawn = Withdrawn
mine-cancelled = Cancelled
mine-attended = Thank you!
mine-no_show = Did not come
order-label = Order
order-time = By time
order-for-me = For me
for-me-hint = Tell us what you like, where you live and when you have time, and we will show first what suits you.
for-me-profile = Fill in my profile
for-me-empty-title = Nothing for you just now
for-me-empty = There is no place that you can take in the coming days. Fill in your profile, or look at the whole calendar.
fit-time = fits your free time
fit-liked = you like this kind
fit-near = near you
fit-remote = no travel
fit-known = you know the place
refusal-short-not-yet-open = opens { $when }
refusal-short-cancelled = cancelled
refusal-short-started = has begun
refusal-short-already-claimed = claimed
refusal-short-not-active = a few steps first
refusal-short-no-birth-date = birth date missing
refusal-short-too-young = from age { $number }
refusal-short-minor-at-home = adults only
refusal-short-minor-at-night = until { $number }:00 under 18
refusal-short-minor-too-long = at most { $number } h
refusal-short-minor-no-rest = too little rest
refusal-short-not-screened = checks needed
refusal-short-overlaps = overlaps
refusal-short-too-close = too close
refusal-short-weekly-limit = weekly limit
refusal-short-full = full
refusal-short-alone-only = one by one only
refusal-short-group-not-screened = not for groups
refusal-short-party-stays = several places
refusal-short-handing-over = seeking a stand-in
refusal-short-party-waits = a group waits
refusal-short-too-few-places = { $number ->
    [one] { $number } place left
   *[other] { $number } places left
}
refusal-short-other-cannot = the other person cannot
refusal-short-over = over
refusal-short-minor-day = at most { $number } h
refusal-short-standing-full = standing places taken
hours-total = { $hours } h { $minutes } min
duration-minutes = { $minutes } min
duration-hours = { $hours } h
lane-title = Whenever it suits you
lane-count = { $count ->
    [one] { $count } task without an hour
   *[other] { $count } tasks without an hour
}
lane-more = { $count ->
    [one] { $count } more task
   *[other] { $count } more tasks
}
lane-much = { $much }, until { $until }
subscribe-title = Dates in your calendar
subscribe-lede = The calendar on your phone or computer will show new and cancelled dates by itself.
subscribe-do = Subscribe
subscribe-file = .ics file
subscribe-more = Other ways
take-along = Add to my calendar
map-title = Map of districts
span-days3 = 3 days
mine-and-open = Mine and open
found = { $count ->
    [0] Nothing matches
    [one] { $count } date matches
   *[other] { $count } dates match
}
found-first = First matching dates: { $count }
filter-drop = (drop this filter)
filter-words = “{ $text }”
filter-part = Time of day
filter-remote = Where
filter-from-home = from home
filter-at-place = at the place
filter-repeats = How often
filter-often = again and again
filter-once = just once
filter-age = Age
filter-age-typed = How old are you?
filter-my-age = for my age ({ $age })
filter-of-age = for people aged { $age }
filter-unknown = something that is gone
nothing-ways = Without one filter there would be something:
nothing-without = { $count ->
    [one] without “{ $what }”: { $count } date
   *[other] without “{ $what }”: { $count } dates
}
nothing-mine = On these days there is nothing of yours and no free place for you.
nothing-mine-all = Show everything
filter-morning = before noon
filter-afternoon = afternoon, before 17:00
filter-evening = from 17:00
watch-from-filters = Write to me about these
