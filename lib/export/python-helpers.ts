/** The functions of a module beside `predict`. */
export const HELPERS = `def _number(value, low, high, type_fault, bounds_fault, whole_fault):
    if isinstance(value, bool) or not isinstance(value, _numbers.Real) or not _math.isfinite(value):
        raise ValueError(type_fault)
    if not low <= value <= high:
        raise ValueError(bounds_fault)
    if whole_fault and (value != _math.floor(value) or abs(value) > 2**53 - 1):
        raise ValueError(whole_fault)
    return float(value)


def _boolean(value, fault):
    if not isinstance(value, (bool, _numbers.Real)) or value not in (0, 1):
        raise ValueError(fault)
    return float(value)


def _level(value, levels, fault):
    if value not in levels:
        raise ValueError(fault)
    return value


def _text(value, fault):
    if not isinstance(value, str) or not value.strip() or len(value) > 200:
        raise ValueError(fault)
    return value


def _finite(value):
    if not _math.isfinite(value):
        raise ArithmeticError
    return value


def _exp(value):
    try:
        return _math.exp(value)
    except OverflowError:
        return _math.inf
`;

/** Those of a model with dates: a date is the days since 1 January 1970, with the time of day as the fraction. */
export const DATE_HELPERS = `

_EPOCH = _datetime.datetime(1970, 1, 1)
_DATE = _re.compile(
    r"(\\d{4})-(\\d\\d)-(\\d\\d)(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?(?:Z|\\+00:00)?)?", _re.ASCII
)


def _moment(value, fault):
    if isinstance(value, _datetime.datetime):
        return value if value.tzinfo is None else value.astimezone(_datetime.timezone.utc).replace(tzinfo=None)
    if isinstance(value, _datetime.date):
        return _datetime.datetime(value.year, value.month, value.day)
    parts = _DATE.fullmatch(value) if isinstance(value, str) else None
    if parts is None:
        raise ValueError(fault)
    try:
        return _datetime.datetime(*(int(part or 0) for part in parts.groups()))
    except ValueError:
        raise ValueError(fault) from None


def _days(value, low, high, type_fault, bounds_fault, whole_fault):
    days = (_moment(value, type_fault) - _EPOCH) // _datetime.timedelta(seconds=1) / 86400.0
    if not low <= days <= high:
        raise ValueError(bounds_fault)
    if whole_fault and days != _math.floor(days):
        raise ValueError(whole_fault)
    return days


def _date(days):
    return _datetime.date.fromordinal(_EPOCH.toordinal() + _math.floor(days))


def _year(days):
    return float(_date(days).year)


def _month(days):
    return float(_date(days).month)


def _weekday(days):
    return float(_date(days).isoweekday())


def _hour(days):
    return float(round(days * 86400.0) % 86400 // 3600)
`;
