title-sign-in = Sign in
sign-in-lede = No password: we send you a code by e-mail. Is it your first time? This is the place too.
email = E-mail address
your-name = First and last name
your-name-hint = Needed only the first time.
send-code = Send the code
sign-in-privacy = We use the address only for signing in and for messages about your dates.
title-code = Type the code
code-lede = If the address is right, six digits will arrive in a moment. They work for 10 minutes.
code = Code
code-again = Send a new code
sign-in-do = Sign in
demo-title = Demonstration
demo-lede = All people and places are invented. Sign in as one of them:
demo-mail = This mail would have been sent
demo-mails-lede = These are the messages that the program would really send.
demo-mails-none = None yet.
years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
title-mine = My dates
schedule-coming = Coming up
schedule-past = Done
schedule-earlier = { $count ->
    [one] { $count } earlier date
   *[other] { $count } earlier dates
}
schedule-empty-title = Nothing here yet
schedule-empty = Find something that suits you in the calendar.
profile-about = About you
profile-volunteer = How you would like to help
profile-saved = Saved.
phone = Telephone
birth-date = Birth date
birth-hint = What you can claim depends on your age.
birth-known = If it is wrong, tell the coordinator.
not-said = not said
occupation = What you do otherwise
languages = Languages
languages-hint = Separated by commas, for example: pl, uk.
skills = What you can do
skills-hint = Separated by commas, in your own words.
weekly-hours = Most hours in a week
weekly-hours-hint = Empty means: as many as the rules allow.
kinds-liked = What you like to do
free-time = When you usually have time
settings = Settings
language-messages = Language of messages
sign-out-title = Signing out
sign-out-everywhere = Sign me out everywhere
sessions =
    { $count ->
        [one] You are signed in on { $count } device.
       *[other] You are signed in on { $count } devices.
    }
title-about = About the programme
about-lede = Since 2005 we have linked people who want to help with people who need help. We are the link.
about-history = It began with volunteer clubs in which people supported by the centre helped each other – unpaid and of their own free will.
about-people = Today people from 15 to over 66 help: pupils, students, workers, pensioners, job-seekers. We support day-rooms and self-help centres, teach children, keep older people company and help our partners.
about-kinds-title = What you can help with
title-join = How to join
join-lede = Five steps and you can help. It starts with an e-mail address.
join-step-1 = Apply
join-step-1-how = Give your name and e-mail, type the code and fill in your profile.
join-step-2 = Talk to us
join-step-2-how = A short talk with the coordinator: what you like, when you have time.
join-step-3 = Do the training
join-step-3-how = One meeting about rules and safety.
join-step-4 = Sign the agreement
join-step-4-how = Together with us, at the centre. You are insured against accidents.
join-step-5 = Choose a date
join-step-5-how = Two taps in the calendar and you have a place.
join-minors-title = Under 18?
join-minors = You can help from the age of 15, with the consent of a parent or guardian. There is always an adult on site.
join-rights-title = What you are entitled to
join-rights = A written agreement, insurance, the coordinator’s support and, on request, a certificate and a reference.
join-do = Let’s start
# What a person is
status-applied = applied
status-interview = interview
status-training = training
status-paperwork = paperwork
status-trial = trial
status-active = active
status-paused = paused
status-ended = ended
status-rejected = rejected
status-withdrawn = withdrawn
role-administrator = administrator
role-director = director
role-coordinator = coordinator
role-social_worker = social worker
role-facility_manager = facility manager
role-partner = partner
role-auditor = auditor
role-volunteer = volunteer
occupation-pupil = at school
occupation-student = student
occupation-employed = employed
occupation-retired = retired
occupation-unemployed = looking for work
occupation-other = other
part-morning = morning
part-afternoon = afternoon
part-evening = evening
# What is wrong with a field
input-empty = This field is empty.
input-too-long = This is too long. Please shorten it.
input-not-email = This does not look like an e-mail address. Check the @ sign.
input-not-date = Type a date such as 2026-11-28.
input-not-time = Type a time such as 16:00.
input-out-of-range = This number or date is out of range.
input-not-a-choice = Choose from the list.
input-end-before-start = The end must come after the start.
input-in-the-past = This day is over.
input-too-far = This is too far in the future.
input-max-below-min = The most cannot be less than the fewest.
input-below-taken = More people already have a place on this date.
input-wrong-code = This is not the code. Check the digits.
input-no-dates = This rule gives no date.
input-doubled = This opportunity has a date then already.
input-dead-code = This code no longer works. Ask for a new one.
input-nobody = We found nobody who could come then. Name somebody, or step back.
input-in-the-future = This day is still to come.
input-outside-task = This day does not belong to the task.
input-earlier = This day can only be put off: somebody may have planned with it.
watch-title = What we write to you about
watch-lede = Tell us which help or which place interests you. We will write when there is a free place, or when somebody is missing shortly before a date. Never in the night.
watch-none = Nothing so far.
watch-kind = Kind of help
watch-organisation = Place
watch-slot = One message when a place becomes free
watch-what = What should we write about?
watch-choose = choose
watch-add = Write to me
watch-end = No longer
