# Who comes along: an invitation for one person, a class, a company, another group.

refusal-alone-only = In this task everybody signs up alone and chooses their own hours.
refusal-group-not-screened = This is work with children, so each person has to be checked beforehand. A group cannot sign up – you can sign up one by one.
refusal-party-stays = Several places at once cannot be handed over or exchanged. Give up the places for others first.
refusal-handing-over = You are looking for somebody to come instead of you. Take that question back, then invite.
refusal-party-waits = The free places wait for a group that asked earlier. You can join the waiting list.
refusal-too-few-places = { $number ->
    [one] { $number } place is left – too few.
   *[other] { $number } places are left – too few.
}

input-too-many-names = There are more names than places. Ask for more places or remove some people.
input-below-names = There are more people on the list. Remove names first.
input-not-full-name = Type the first name and the family name.

# Invitation
invite-title = Coming with somebody?
invite-lede = We hold a second place and give you a link for that person. They have up to 24 hours to answer, less when the date is near.
invite-claim = I sign us both up
invite-email = That person’s e-mail address
invite-email-hint = You need not give it. We send the link to this address only and make no account of it.
invite-do = Hold the place and give me a link
invite-waiting = We are holding a second place. The answer may come until { $until }.
invite-again = Give me a new link
invite-again-hint = The link before stops working.
invite-take-back = I give up the second place
invite-own = The link for the person you come with
invite-own-lede = Send it to them now. The place waits until { $until }.
invite-own-once = We do not keep the link, so we cannot show it twice. You can always make a new one at your sign-up.
invite-link = Link to the invitation
invite-share = Send
invite-copy = Copy
invite-copied = Copied.
invite-share-text = Will you come with me? { $title }, { $when }
invite-back = To my sign-up
invite-question = { $by } invites you to come together
invite-until = The place waits for you until { $until }.
invite-pending = A coordinator decides about sign-ups here – you will both get an answer.
invite-yes = I am coming
invite-no = Not this time
invite-visitor = To accept the invitation, sign in with a code from your e-mail. If you are new here, we set up an account and tell you what comes next.
invite-sign-in = Sign in and answer
invite-cannot = You cannot accept the invitation yet
invite-cannot-held = The place waits until { $until }. Once nothing is in the way, come back to this link.
invite-thanks-title = Thank you for your answer
invite-thanks = We will tell the person who invited you. Have a look at the calendar – another date may suit you.

# Group
party-kind-school = Class, school
party-kind-company = Company
party-kind-other = Another group
party-link = Sign up a class, a company or a group
party-title = Signing up a group
party-lede = One person asks for several places. You are responsible for the group and come with it. A coordinator decides.
party-kind = Who is coming
party-name = Name of the group
party-name-hint = For example: class 2b, primary school no. 5.
party-places = How many people, you included
party-places-hint = From 2 to { $most }.
party-days = How many days before the date you give the names
party-days-hint = Usually 3 days, until 20:00. Places without a name are then freed for others.
party-queue = If there are not so many places, ask the coordinator for a turn in the waiting list
party-queue-hint = The group waits until there are enough places for everybody. Until names are due smaller ones do not overtake it, unless a coordinator changes the order.
party-do = I sign up the group
party-none = Groups cannot sign up here.
party-line = { $name } · { $places ->
    [one] { $places } person
   *[other] { $places } people
}
party-names-count = { $names ->
    [one] { $names } name
   *[other] { $names } names
}
party-names-missing = { $count ->
    [one] { $count } name missing
   *[other] { $count } names missing
}
party-names-wrong = { $count ->
    [one] { $count } person cannot come
   *[other] { $count } people cannot come
}
party-names-until = names until { $until }
party-freed = { $count ->
    [one] { $count } place without a name was freed
   *[other] { $count } places without a name were freed
}
party-two = with a second person
party-list = List of people
party-list-lede = Type the first name, family name and birth date of everybody except yourself. You can correct the list until { $until }; places without a name are then freed for others. Only coordinators see it, and the facility you come to sees the names. We delete it after 30 days.
party-list-closed = The time for changes was over: { $until }.
party-list-empty = There is no name yet.
party-row = Person { $number }
party-row-name = First and family name
party-row-birth = Birth date
party-paste = Paste several people at once
party-paste-hint = On each line first and family name, then the birth date, for example: Ala Nowak 12.03.2011. We add them to the table.
party-save = Save the list
party-saved = The list is saved.
party-cannot-come = Cannot come. { $why } Put somebody else in this place.
party-resize = Change the number of places
party-resize-hint = With your own. Fewer: others get the free places. More: only as many as are free.
party-resize-do = Change
party-resized = The number of places was changed.
party-responsible = Responsible: { $name }
party-back = To the date
party-alone-note = As long as you hold places for others, you cannot look for a stand-in.
party-host = Group: { $name }
party-came-of = here: { $came } of { $count }
