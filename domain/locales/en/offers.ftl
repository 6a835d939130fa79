# Asking a volunteer to take a place
asked-yours = Something for you
asked-question = Could you come then?
asked-until = Please answer by { $until }. Both answers are fine – if it does not suit you, we will ask somebody else.
asked-yes = Yes, I’ll come
asked-no = Not this time
asked-state-accepted = The place is yours
asked-state-declined = Thank you for answering
asked-state-taken_back = No longer needed
asked-state-expired = The time to answer is over
asked-next-accepted = Come a few minutes early. This date is now under “Mine” – if something comes up, step back there with one tap.
asked-next-declined = That is quite all right. We will not ask about this date again.
asked-next-taken_back = The coordinator took this question back. There is nothing you need to do.
asked-next-expired = No harm done. If you would still like to help, see whether there is a place.
asked-slot = See this date
asked-title = Would this suit you?
asked-until-short = Please answer by { $until }
# A full date: waiting, watching
waiting-do = I will wait for a place
waiting-promise = When a place is free, we ask the waiting list in order. You confirm with one tap.
waiting-people = { $count ->
    [one] { $count } person is waiting.
   *[other] { $count } people are waiting.
}
waiting-nobody = Nobody is waiting yet.
waiting-turn = You are number { $turn } on the list
waiting-leave = I no longer wait
watch-do = Tell me when a place is free
watch-all = Tell me when a place is free on any date
watch-on = We will tell you in one message when a place is free.
watch-stop = No longer needed
kept-until = A place is kept for you until: { $until }
kept-yes = I take this place
kept-no = I pass it on
# Stepping back
stepping-title = Something came up?
stepping-late = It begins in less than { $hours } hours. The coordinator and the host will be told at once, so that they can find somebody in time.
stepping-waiting = Somebody is waiting for this place and will get it at once.
stepping-why = Why? (you need not say)
stepping-none = I would rather not say
stepping-came-up = something came up
stepping-duties = work or school
stepping-travel = the way there
stepping-mistake = claimed by mistake
stepping-words = In your own words
stepping-words-hint = Please do not write about health – “I cannot” is enough.
stepping-do-late = Step back all the same
stepped-title = You gave the place back
stepped-thanks = Thank you for telling us. Would another date suit you?
stepped-thanks-only = Thank you for telling us.
stepped-other = I take this date
# A date that was moved
again-title = The date has changed – does it still suit you?
again-yes = Yes, it does
again-no = No, I step back
# Somebody comes instead
instead-title = Somebody else instead of you
instead-lede = The place stays yours until somebody says yes.
instead-everyone = Ask everyone who can
instead-everyone-hint = We ask up to 10 people who can come then and like such activities. You will not see whom.
instead-people = People you know from there
instead-email = Or an e-mail address
instead-email-hint = We write if this person is in the programme and can come then.
instead-ask = Ask
instead-seeking = The question is out. We wait until: { $until }
instead-agreed = Somebody agreed. It waits for the coordinator’s decision.
instead-take-back = Take the question back
swap-title = Changing dates
swap-lede = Propose a swap to somebody who comes on another day.
swap-with = With whom and when
swap-choice = { $name }: { $when }
swap-ask = Propose a swap
asked-state-agreed = Thank you! It waits for the coordinator
asked-next-agreed = The coordinator will confirm the change. You will see it in “Mine” and get an e-mail.
asked-by-stand_in = { $by } is looking for somebody to come instead.
asked-by-swap = { $by } proposes a swap: you come then and give { $other }.
asked-by-waitlist = A place you are waiting for is free.
asked-gone = This question is over. You need not do anything.
