slot-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}
seats-missing = { $count ->
    [one] { $count } person missing
   *[other] { $count } people missing
}
