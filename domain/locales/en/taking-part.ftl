# Several dates at once, a standing place, work without an hour
choose-title = Choose several dates at once
choose-lede = Tick the dates that suit you. One tap signs you up for all of them.
choose-do = Sign me up for these
choose-none = Tick at least one date.
outcome-claimed = { $count ->
    [one] You have { $count } new date.
   *[other] You have { $count } new dates.
}
outcome-none = None of the dates could be had.
outcome-held = was yours already
outcome-skipped = left out
outcome-asks-more = first answer the questions on the page of this date
standing-title = Standing place
standing-weekday-1 = every Monday
standing-weekday-2 = every Tuesday
standing-weekday-3 = every Wednesday
standing-weekday-4 = every Thursday
standing-weekday-5 = every Friday
standing-weekday-6 = every Saturday
standing-weekday-7 = every Sunday
standing-any-day = on all dates
standing-lede = { $count ->
    [one] You always come: you have a place in every date ({ $count } for now), also in those added later. You can leave out one day, or end it all, whenever you like.
   *[other] You always come: you have a place in every date ({ $count } for now), also in those added later. You can leave out one day, or end it all, whenever you like.
}
standing-skip-title = On some days I cannot come
standing-skip-hint = Tick the days on which you will not be there.
standing-take = I take the standing place
standing-room = Standing people hold at most { $percent }% of the places, so that new people find room.
standing-yours = You have a standing place here
standing-yours-text = Your dates are under “Mine”. There you can leave out a day or end it all.
standing-mine = Standing places
standing-next = { $count ->
    [one] { $count } date, next: { $day }
   *[other] { $count } dates, next: { $day }
}
standing-no-dates = no dates for now
standing-dates = Dates
standing-skip-one = I cannot come that day
standing-end = End the standing place
standing-end-from = From which day
window-much = { $much } of work, whenever it suits you
promise-window = You work whenever it suits you and note here what is done. You can step back until you begin.
work-title = Your work
work-done = { $done } of { $wanted }
work-left = left: { $left }
work-all = all done
work-not-yet = Once you begin, you note here what is done.
work-day = Day
work-hours = Hours
work-minutes = Minutes
work-note = Note it
work-remove = Remove the entry
work-finish = Done
work-finished = Done – thank you!
work-not-done = Not finished after all
