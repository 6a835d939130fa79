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
