week-title = Week plan
week-way = Week plan
week-lede-mouse = Drag the mouse over an empty place and a new date comes up. Drag a date to move it.
week-lede = Nothing changes before you have seen who will be told.
week-range = { $from } – { $to }
week-dates = Dates of this week
week-add = Add a date to an offer
week-dates-hint = Move a date here without a mouse.
week-none = There are no dates in this week yet.
week-more = This week has more dates than fit here. You will find the others in the offers.
week-move = Move…
week-move-title = Move the date
week-move-hint = First you see who gets a message. Only then do you save the change.
week-move-look = See what would change
week-move-stay = Leave it as it is
week-new = New date: { $when }
week-new-which = Of which offer?
week-new-offer = Of a new offer
week-copy = Copy this week
week-copy-to = To the week of
week-copy-hint = The copy has the same hours, places and roles. Nobody is put down for it. Public holidays and what is there already are left out.
week-copy-look = See what would be added
week-copy-title = The week of { $day } gets these dates
week-copy-new = is added
week-copy-there = is there already
week-copy-holiday = left out: { $name }
week-copy-out-of-time = left out: too early or too late
week-copy-too-long = left out: lasts too long
week-copy-role-ended = left out: the offer no longer has this role
week-copy-do = { $count ->
    [one] Add { $count } date
   *[other] Add { $count } dates
}
week-copy-nothing = There is nothing to add.
year-way = Year at a glance
year-title = Year { $year }
year-lede = How well the days of this year are covered. Touch a day to see its dates in the week plan.
year-before = Year { $year }
year-after = Year { $year }
year-legend = Signs
year-cover-full = nobody is missing
year-cover-most = fewer than half of the people are missing
year-cover-few = half of the people or more are missing
year-holiday = public holiday
year-school = no school
year-dates = { $count ->
    [one] { $count } date this year.
   *[other] { $count } dates this year.
}
year-missing = { $count ->
    [one] { $count } person is missing from today on.
   *[other] { $count } people are missing from today on.
}
year-none = There are no dates this year
year-none-text = Add dates in the week plan or in an offer.
