# What stands on paper
sheet-page = page { $page } of { $pages }
sheet-as-of = as of { $day }
sheet-more = { $count } more
sheet-parts = Time of day
sheet-only = Chosen: { $what }
sheet-goes-on = Further dates, from { $day } on, are in the calendar.
sheet-cut =
    { $count ->
        [one] This is the first { $count } date. The others are on the website.
       *[other] These are the first { $count } dates. The others are on the website.
    }
sheet-contact-title = Any questions?
sheet-contact = Call or write to us. We are glad to tell you more.
sheet-open = See all dates and sign up
sheet-poster-call = Will you help?
sheet-poster-scan = Scan to see the dates
sheet-poster-ask = Rather ask someone?
sheet-poster-next = Next
sheet-qr-alt = QR code. It leads to the page { $address }
sheet-whose = For: { $name }
sheet-busy = We are preparing many files right now. Please try again in a moment.
sheet-page-instead = See the page
sheet-from = Calendar of help from { $day }
sheet-seats =
    { $max ->
        [one] { $taken } of { $max } place
       *[other] { $taken } of { $max } places
    }
sheet-host-title = Who is coming
sheet-host-lede = People who have a place in the next two weeks. A signature is enough on the day; confirm the rest on the page.
sheet-host-name = Name
sheet-host-phone = Phone
sheet-host-sign = Signature
sheet-map-lede = Where in Płock help is needed in the coming weeks.
