# Rules in words
rule-and = and
rule-weekly-1 = every Monday
rule-weekly-2 = every Tuesday
rule-weekly-3 = every Wednesday
rule-weekly-4 = every Thursday
rule-weekly-5 = every Friday
rule-weekly-6 = every Saturday
rule-weekly-7 = every Sunday
rule-weekly-many = every week: { $days }
rule-fortnightly-1 = every second Monday
rule-fortnightly-2 = every second Tuesday
rule-fortnightly-3 = every second Wednesday
rule-fortnightly-4 = every second Thursday
rule-fortnightly-5 = every second Friday
rule-fortnightly-6 = every second Saturday
rule-fortnightly-7 = every second Sunday
rule-fortnightly-many = every second week: { $days }
rule-day-of-month = on day { $day } of the month
rule-month-1 = on the { $nth } Monday of the month
rule-month-2 = on the { $nth } Tuesday of the month
rule-month-3 = on the { $nth } Wednesday of the month
rule-month-4 = on the { $nth } Thursday of the month
rule-month-5 = on the { $nth } Friday of the month
rule-month-6 = on the { $nth } Saturday of the month
rule-month-7 = on the { $nth } Sunday of the month
rule-nth-1 = first
rule-nth-2 = second
rule-nth-3 = third
rule-nth-4 = fourth
rule-nth-last = last
rule-nth-f-1 = first
rule-nth-f-2 = second
rule-nth-f-3 = third
rule-nth-f-4 = fourth
rule-nth-f-last = last
rule-until = until { $day }
rule-count = { $count ->
    [one] once
   *[other] { $count } times
}
rule-no-holidays = without public holidays
rule-no-school = without school breaks
rule-but = { $count ->
    [one] without { $count } chosen day
   *[other] without { $count } chosen days
}
school-christmas = Christmas break of schools
school-winter = winter school break
school-spring = Easter break of schools
school-summer = summer holidays
left-chosen = your choice
left-cancelled = cancelled before

# Adding dates
dates-pattern = How often
dates-pattern-once = Once
dates-pattern-weekly = Every week
dates-pattern-fortnightly = Every second week
dates-pattern-day_of_month = Every month, on the same day
dates-pattern-weekday_of_month = Every month, on the same weekday
dates-pattern-last_of_month = Every month, on the last such weekday
dates-weekdays = On which weekdays
dates-weekdays-hint = None chosen: on the weekday of the first date.
dates-repeat-until = Repeat until
dates-count = or so many times
dates-end-hint = Fill in one of these. Days that are left out count as times.
dates-skip-school = Skip school breaks
dates-opens-hint = Empty: at once.
dates-standing = Standing places: at most this share of the places, in percent
dates-standing-hint = Empty: half. The rest is kept for new people. 0: no standing places. Whoever has one keeps it.
dates-cancel-label = Cancel: { $when }
dates-cancel-now = Cancel the date
dates-preview = See the dates
dates-preview-title = This is how it will be
dates-preview-empty = Fill in the form and you will see every date here before it is saved.
dates-will = { $count ->
    [one] { $count } date will be added
   *[other] { $count } dates will be added
}
dates-number = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}
dates-left-title = Left out
dates-leave = Leave out
dates-leave-label = Leave out: { $day }
dates-bring = Bring back
dates-bring-label = Bring back: { $day }
dates-known = is there already and is not added twice
dates-save = { $count ->
    [one] Add { $count } date
   *[other] Add { $count } dates
}
dates-add-way = Plan dates
dates-single = Single dates
dates-edit = Change or cancel
dates-edit-label = Change or cancel: { $when }

# Changing dates
change-title = Change of a date
change-what = What do you want to do
change-what-change = Change
change-what-cancel = Cancel
change-scope = Which dates
change-scope-this = Only this one
change-scope-this-text = The others stay as they are.
change-scope-following = This and following
change-scope-following-text = Earlier ones stay as they are.
change-scope-all = All that have not begun
change-scope-all-text = The whole series from now on.
change-gather = Also bring back dates that were moved by themselves
change-new = New time and places
change-rule = How it repeats
change-place = Place of the whole opportunity
change-place-hint = Holds for all dates to come of this opportunity, not only of this series. Now: { $place }
change-look = See whom it concerns
change-preview-title = What will happen
change-preview-empty = Here you will see which dates change and who gets which message. Nothing is saved before you confirm.
change-nothing = Nothing will change: the form is like the stored dates.
change-rule-now = From now on: { $rule }
change-dates = Dates
change-kept = { $count ->
    [one] { $count } date stays as it is
   *[other] { $count } dates stay as they are
}
change-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
change-carried = { $count ->
    [one] { $count } claim stays without a message, because time and place stay.
   *[other] { $count } claims stay without a message, because time and place stay.
}
change-messages = Who gets a message
change-nobody = Nobody gets a message.
change-more-people = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
change-save = Save and tell them
change-save-quiet = Save
change-cancel-save = Cancel and tell them
change-saved = Saved. The history of changes is at the bottom of the page.
fate-moved = moved
fate-added = new
fate-cancelled = cancelled
fate-changed = places changed
message-moved = New time or place – we ask whether it still suits
message-cancelled = Cancelled
message-released = Claim given back, because the new time is not possible for this person
message-question = A question whether somebody would come is over

# History
history-title = History of changes
history-none = Nothing has changed yet.
history-program = Łącznik
history-create = A draft was written
history-update = The text was changed
history-hand-in = Handed in to a coordinator
history-send-back = Sent back with a note
history-publish = Published
history-cancel = Everything was cancelled
history-add-dates = Dates were added
history-change-dates = Dates were changed
history-cancel-dates = Dates were cancelled
history-scope-this = this date only
history-scope-following = this and following
history-scope-all = all dates of the series
history-from-to = was: { $before }, is: { $after }
history-places = people: was { $before }, is { $after }
history-place = place: was “{ $before }”, is “{ $after }”
history-opens = days before on which claims open: was { $before }, is { $after }
history-standing = share of standing places: was { $before }%, is { $after }%
history-at-once = at once
history-field = { $field }: was “{ $before }”, is “{ $after }”
history-field-other = Changed: { $field }
history-note = note: { $text }
history-reason = reason: { $text }
history-added = { $count ->
    [one] { $count } date added
   *[other] { $count } dates added
}
history-moved = { $count ->
    [one] { $count } date moved
   *[other] { $count } dates moved
}
history-cancelled = { $count ->
    [one] { $count } date cancelled
   *[other] { $count } dates cancelled
}
history-told = { $count ->
    [one] { $count } person was told
   *[other] { $count } people were told
}
