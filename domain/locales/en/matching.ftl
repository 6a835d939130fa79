# Who could help where, and why not.
staffing-title = Who could help
staffing-eligible = { $count ->
    [0] Today nobody meets all conditions.
    [one] { $count } person meets the conditions.
   *[other] { $count } people meet the conditions.
}
staffing-open = Open the date in its offer
staffing-best = The best fit
staffing-best-none = Nobody meets the conditions
staffing-best-none-text = Beside it you see who misses by least, and what would help.
staffing-score = { $points } points
staffing-why = Why: { $name }
staffing-part = { $points } of { $maximum }
staffing-person = See the person: { $name }
staffing-near = Missing by little
staffing-near-none = There is nobody else.
staffing-helps = What would help
staffing-helps-none = No single change would bring more people.
staffing-gained = { $count ->
    [one] { $count } more person
   *[other] { $count } more people
}
staffing-rules = What keeps whom away
staffing-free = has time { $when }
relief-later = if it began { $minutes } min later
relief-earlier = if it began { $minutes } min earlier
relief-min-age = if people from { $age } years were welcome
relief-skill = without the skill: { $name }
relief-language = without the language: { $name }
relief-distance = if everybody could get there
criterion-kind_liked = likes this kind
criterion-nice_skills = skills that are welcome
criterion-nice_languages = languages that are welcome
criterion-nice_sex = preferred sex
criterion-reliability = comes when promised
criterion-proximity = lives near
criterion-past = knows the place
criterion-fairness = has other dates already
criterion-continuity = the same hands for the whole series
weight-yes = yes
weight-no = no
weight-of = { $some } of { $all }
weight-percent = { $number }%
weight-metres = { $number } m
weight-district = the same district
weight-other-district = another district, or not known
weight-never = not yet
weight-organisation = with this organiser
weight-opportunity = with this very task
weight-others = { $number }
rule-cancelled = date cancelled
rule-started = has begun
rule-already-claimed = has claimed already
rule-not-active = not all steps done yet
rule-no-birth-date = birth date unknown
rule-too-young = too young
rule-minor-at-home = a minor, in somebody’s home
rule-minor-at-night = a minor, too late or too early
rule-minor-too-long = a minor, too long
rule-minor-no-rest = a minor, too little rest
rule-not-screened = not screened for work with children
rule-overlaps = busy at that time
rule-too-close = no time to get there
rule-weekly-limit = weekly limit
rule-requirement = a requirement is missing
rule-skill = a skill is missing
rule-language = a language is missing
rule-sex = a person of the other sex is needed
rule-unavailable = usually has no time then
rule-paused = on a break
rule-too-far = too far
rule-blocked = not with this organiser
rule-refused = refused

# The board: coming weeks, the plan, what is at risk
cover-title = The next four weeks
cover-taken = covered
cover-offered = asked
cover-suggested = in the plan
cover-empty = nobody in sight
cover-day = { $day }: { $needed } needed, { $taken } covered, { $offered } asked, { $suggested } in the plan, { $empty } missing
plan-covered = { $covered } of { $needed } people needed
plan-parts = { $taken } covered, { $offered } asked, { $suggested } in the plan
plan-fit = fit { $percent }% of what is possible
plan-improving = the plan is still improving…
plan-weights = What counts how much
slots-none = Everything is covered.
slots-more = { $shown } of { $total } dates shown. Narrow the list down or choose a day.
slots-filled = covered
slots-looking = looking at it now: { $name }
slots-nobody = { $count ->
    [one] nobody for { $count } place
   *[other] nobody for { $count } places
}
slots-seats = { $taken } of { $max } taken, { $offered } asked, { $suggested } in the plan
risk-title = At risk until tomorrow
risk-none = Until the end of tomorrow nothing looks at risk.
risk-next = Best to ask: { $name } ({ $points } pts)
risk-nobody = Nobody else meets the conditions.
risk-empty = { $count ->
    [one] { $count } place with nobody
   *[other] { $count } places with nobody
}
risk-missed = { $name }: did not come { $missed } of { $times } times
risk-late = { $count ->
    [one] { $name }: { $count } late cancellation
   *[other] { $name }: { $count } late cancellations
}
risk-unanswered = { $name }: has not answered yet (until { $until })
plan-day-title = Plan: { $day }
plan-day-none = For this day the plan suggests nobody else.
plan-day-approved = { $count ->
    [0] Nobody of those who wait.
    [one] You will accept { $count } person who waits.
   *[other] You will accept { $count } people who wait.
}
plan-day-asked = { $count ->
    [0] Nobody needs to be asked.
    [one] You will ask { $count } person.
   *[other] You will ask { $count } people.
}
plan-day-approve = accept
plan-day-ask = ask
plan-day-accept = Accept the plan for this day
plan-day-done = { $count ->
    [one] Done: { $count } person.
   *[other] Done: { $count } people.
}
staffing-closed = This date has begun, was cancelled, or is not published.
seats-title = Places
seats-nobody = Nobody is here yet, and nobody is suggested.
seats-left = no longer here
seats-until = until { $when }
seating-approved = has the place
seating-offered = was asked
seating-locked = place kept
seating-waiting = asks for the place
seating-suggested = suggested by the plan
better-use = The plan needs this person elsewhere at that time: { $when },
asked-accepted = said yes before
asked-declined = said no
asked-taken_back = question taken back
asked-expired = did not answer
do-offer = Ask
do-offer-name = Ask: { $name }
do-take-back = Take the question back
do-take-back-name = Take the question back: { $name }
do-lock = Keep a place
do-lock-name = Keep a place: { $name }
do-unlock = Free it
do-unlock-name = Free the kept place: { $name }
do-exclude = Not this person
do-exclude-name = Do not suggest: { $name }
do-allow = Suggest again
do-allow-name = Suggest again: { $name }
do-consider = What if?
do-consider-name = What if this person came: { $name }
did-approve = Accepted: { $name }.
did-refuse = Refused: { $name }.
did-offer = Asking: { $name }. The message leaves in a moment.
did-take_back = Question taken back: { $name }.
did-lock = Place kept: { $name }.
did-unlock = Place freed: { $name }.
did-exclude = Not suggested: { $name }.
did-allow = Suggested again: { $name }.
exclude-scope = Where not to suggest this person
exclude-slot = only on this date
exclude-opportunity = on no date of this offer
exclude-organisation = nowhere at this organisation
exclude-until = Until when (empty: for good)
exclude-reason = Why (for coordinators)
excluded-title = Not suggested here
excluded-until = until { $when }
excluded-by = { $name }
consider-coverage = Another date would be left uncovered.
consider-worse = The plan would be worse by { $points } pts.
consider-same = The plan would be just as good.
consider-better = The plan would be better by { $points } pts.
consider-comes = { $name } comes: { $title }, { $when }
consider-leaves = { $name } leaves: { $title }, { $when }
rivals-title = The same people are needed here too
rivals-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
key-offer = ask
key-lock = keep or free a place
key-exclude = not this person
key-consider = what if?
key-next-slot = next date
key-previous-slot = previous date
# What counts how much.
weights-lede = The plan first fills as many of the needed places as it can. Whom it proposes where, when there is a choice, depends on these sliders.
weights-kind_liked = Likes this kind
weights-kind_liked-hint = Whether somebody marked this kind of help in their profile.
weights-reliability = Comes when promised
weights-reliability-hint = How often somebody was where they were expected, in the last year.
weights-proximity = Lives near
weights-proximity-hint = Whether they live in the same district. Help from afar is near for everybody.
weights-past = Knows the place
weights-past-hint = Whether they helped there before. With the same organiser it counts half.
weights-nice_skills = Skills that are welcome
weights-nice_skills-hint = How many of them somebody has.
weights-nice_languages = Languages that are welcome
weights-nice_languages-hint = How many of them somebody speaks.
weights-nice_sex = Preferred sex
weights-nice_sex-hint = Only where somebody would rather have a woman, or a man.
weights-fairness = A little for everybody
weights-fairness-hint = How many points somebody loses for each further date in the plan. The more, the more even.
weights-continuity = The same hands for the whole series
weights-continuity-hint = What somebody gains who comes to the same place again.
weights-stability = No change without need
weights-stability-hint = What a change must gain to move somebody who was in the plan already.
weights-wait = The difference appears here as soon as the browser has worked it out.
weights-result = What would change
weights-result-about = A trial for the next two weeks, worked out on this device. Both plans are valued by the sliders as they stand now.
weights-now = now
weights-then = after
weights-row-covered = needed places with somebody
weights-row-fit = fit for each person, points
weights-of = { $some } of { $all }
weights-unknown = –
weights-covered-same = as many places
weights-covered-more = { $count ->
    [one] +{ $count } place
   *[other] +{ $count } places
}
weights-covered-fewer = { $count ->
    [one] −{ $count } place
   *[other] −{ $count } places
}
weights-fit-same = fit unchanged
weights-fit-better = +{ $percent }% fit
weights-fit-worse = −{ $percent }% fit
weights-moved = { $count ->
    [0] nobody in another place
    [one] { $count } person in another place
   *[other] { $count } people in another place
}
weights-back = Put back
weights-saved = Saved. The plan is following already.
weights-saved-by = Set by { $name }, { $when }.
weights-never-saved = Nobody has changed anything yet: this is how it begins.
weights-who-may = Feel free to try: nothing changes by it. An administrator of the program can save.
