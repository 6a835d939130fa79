# Mails
mail-code-subject = { $code } – your code for Łącznik
mail-code-body =
    Hello,

    Your code is: { $code }

    It works for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }. If it is not you who is trying to sign in, just ignore this message.

    Łącznik
mail-approved-subject = You have a place: { $title }
mail-approved-body =
    Hello,

    confirmed – we are looking forward to seeing you.

    { $title }
    { $when }
    { $place }

    If something comes up, step back with one tap so that somebody else can take your place:
    { $link }

    Thank you for helping.
    Łącznik
mail-refused-subject = No place this time: { $title }
mail-refused-body =
    Hello,

    thank you for wanting to help. We could not take you in for this date:

    { $title }
    { $when }

    From the coordinator: { $reason }

    See other dates: { $link }

    Łącznik
mail-cancelled-subject = Cancelled: { $title }, { $when }
mail-cancelled-body =
    Hello,

    this date will not take place:

    { $title }
    { $dates }
    { $place }

    Reason: { $reason }

    There is nothing you need to do. You will find other dates here: { $link }

    Łącznik
mail-moved-subject = New time: { $title }
mail-moved-body =
    Hello,

    the time or place of a task that you claimed has changed:

    { $title }
    { $dates }
    { $place }

    Please tell us whether it still suits you: { $link }

    Łącznik
mail-offer-subject = Could you help? { $title }, { $when }
mail-offer-body =
    Hello,

    we thought of you. Could you come then?

    { $title }
    { $when }
    { $place }

    You can answer with one tap, without signing in, by { $until }
    { $link }

    Both answers are fine. If it does not suit you, we will ask somebody else.

    Thank you for being with us.
    Łącznik
mail-offer-gone-subject = No longer needed: { $title }
mail-offer-gone-body =
    Hello,

    we asked whether you could come then. That question no longer stands:

    { $title }
    { $when }
    { $place }

    There is nothing you need to do. It is good to be able to count on you. You will find this date here: { $link }

    Łącznik
mail-reconsidered-subject = Your claim is being looked at again: { $title }
mail-reconsidered-body =
    Hello,

    we wrote earlier that you have a place. A coordinator would like to look at this claim once more:

    { $title }
    { $when }
    { $place }

    You need not do anything. We will write as soon as it is decided. Sorry for the back and forth: { $link }

    Łącznik
mail-published-subject = Published: { $title }
mail-published-body =
    Hello,

    a coordinator has looked at your opportunity. Everyone can see it now:

    { $title }

    { $link }

    Thank you.
    Łącznik
mail-sent-back-subject = One more thing to mend: { $title }
mail-sent-back-body =
    Hello,

    a coordinator has looked at your opportunity and has a note:

    { $note }

    Mend it here and hand it in again: { $link }

    Łącznik
mail-place-free-subject = A place is free: { $title }
mail-place-free-body =
    Hello,

    a place you are waiting for is free:

    { $title }
    { $when }
    { $place }

    We keep it for you until: { $until }
    Confirm with one tap, without signing in:
    { $link }

    If it no longer suits you, tell us – we will ask the next person.

    Łącznik
mail-lapsed-subject = The place has gone on: { $title }
mail-lapsed-body =
    Hello,

    we kept a place for you, but the time to answer is over and we offered it to the next person:

    { $title }
    { $when }
    { $place }

    That is all right. If you still want to help then, you can join the waiting list again:
    { $link }

    Łącznik
mail-queued-subject = Waiting list: { $title }
mail-queued-body =
    Hello,

    there is no free place on this date now. We put you on the waiting list:

    { $title }
    { $when }
    { $place }

    We will write when a place is free. See your turn here: { $link }

    Łącznik
mail-watched-subject = A place is free: { $title }
mail-watched-body =
    Hello,

    a place is free:

    { $title }
    { $when }
    { $place }

    First come, first served: { $link }

    This is the only message about it.
    Łącznik
mail-stand-in-subject = { $by } is looking for a stand-in: { $title }, { $when }
mail-stand-in-body =
    Hello,

    { $by } cannot come and is looking for somebody to come instead. Can you help then?

    { $title }
    { $when }
    { $place }

    Answer with one tap, without signing in. We wait until: { $until }
    { $link }

    Both answers are good. The first yes takes the place.

    Łącznik
mail-swap-subject = { $by } proposes a swap: { $title }
mail-swap-body =
    Hello,

    { $by } asks whether you would change dates.

    You would come: { $when }
    You would give: { $other }

    { $title }
    { $place }

    Answer with one tap, without signing in. We wait until: { $until }
    { $link }

    Both answers are good.

    Łącznik
mail-handed-over-subject = You have a stand-in: { $title }
mail-handed-over-body =
    Hello,

    { $by } will come instead of you:

    { $title }
    { $when }
    { $place }

    You need not do anything. Thank you for taking care of it.
    Łącznik
mail-swapped-subject = You have swapped: { $title }
mail-swapped-body =
    Hello,

    you have changed dates. Your new one:

    { $title }
    { $when }
    { $place }

    See: { $link }

    Łącznik
mail-hands-changed-subject = Stand-in: { $title }
mail-hands-changed-body =
    Hello,

    { $to } will come instead of { $from }.

    { $title }
    { $when }
    { $place }

    All rules were checked. { $link }

    Łącznik
mail-agreed-subject = To decide – stand-in: { $title }
mail-agreed-body =
    Hello,

    { $to } can come instead of { $from }. It waits for a coordinator’s decision in Łącznik.

    { $title }
    { $when }
    { $place }

    Łącznik
mail-change-refused-subject = No change: { $title }
mail-change-refused-body =
    Hello,

    the coordinator did not agree to the stand-in or swap. Everything stays as it was:

    { $title }
    { $when }
    { $place }

    { $link }

    Łącznik
mail-nobody-instead-subject = Nobody could stand in: { $title }
mail-nobody-instead-body =
    Hello,

    this time nobody could come instead of you. You still have your place:

    { $title }
    { $when }
    { $place }

    You can ask somebody else or step back: { $link }

    Łącznik
mail-stepped-back-subject = Stepped back shortly before: { $title }, { $when }
mail-stepped-back-body =
    Hello,

    { $name } will not come:

    { $title }
    { $when }
    { $place }

    Reason: { $reason }

    { $link }

    Łącznik
mail-released-subject = Your place was given back: { $title }
mail-released-body =
    Hello,

    the time or place of a task has changed, and we cannot put you down for the new one. Your claim was given back:

    { $title }
    { $dates }

    Reason: { $reason }

    There is nothing you need to do. You will find other dates here: { $link }

    Łącznik
mail-invitation-subject = { $by } invites you: { $title }
mail-invitation-body =
    Good day,

    { $by } comes to help and would like you to come along:

    { $title }
    { $when }
    { $place }

    The place waits for you until: { $until }.
    Look and answer: { $link }

    If you do not know this person, you can ignore this message. We made no account of your address.
mail-friend-yes-subject = { $by } comes with you: { $title }
mail-friend-yes-body =
    Good day,

    { $by } accepts your invitation:

    { $title }
    { $when }
    { $place }

    Details: { $link }
mail-friend-no-subject = Without a second person this time: { $title }
mail-friend-no-body =
    Good day,

    the person you invited cannot come this time. Your sign-up stays as it is, and the second place is free for others:

    { $title }
    { $when }
    { $place }

    You can invite somebody else: { $link }
mail-friend-lapsed-subject = No answer to your invitation: { $title }
mail-friend-lapsed-body =
    Good day,

    nobody answered your invitation in time. Your sign-up stays as it is, and the second place is free for others:

    { $title }
    { $when }
    { $place }

    You can invite once more: { $link }
mail-friend-joined-subject = Somebody new by invitation: { $title }
mail-friend-joined-body =
    Good day,

    invited by { $from }, { $to } comes too:

    { $title }
    { $when }
    { $place }

    All rules were checked. Details: { $link }
mail-names-soon-subject = Give the names: { $group }
mail-names-soon-body =
    Good day,

    people are still missing on the list of “{ $group }” ({ $count }):

    { $title }
    { $when }
    { $place }

    You can complete the list until: { $until }. Places without a name are then freed for others.
    The list: { $list }
mail-names-closed-subject = Places freed: { $group }
mail-names-closed-body =
    Good day,

    the time to name the people of “{ $group }” was over: { $until }. We freed the places without a name ({ $count }). The people on the list and you have your places as before:

    { $title }
    { $when }
    { $place }

    The list: { $list }
watch-open = { $count ->
    [one] { $count } place is free
   *[other] { $count } places are free
}
mail-watch-news-subject = { $count ->
    [one] Something for you: { $count } date
   *[other] Something for you: { $count } dates
}
mail-watch-news-body =
    Hello,

    here is what you wanted to hear of:

    { $dates }

    We write about a date only once when there is a place, and once more when somebody is missing shortly before it. You can end it here: { $link }

    Łącznik
