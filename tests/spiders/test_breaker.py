from spiders.breaker import LIMIT, REST, Breaker

HOST = "jobs.example"


class Clock:
    at = 0.0

    def __call__(self):
        return self.at


def silent(breaker, times=LIMIT):
    for _ in range(times):
        breaker.silent(HOST)


def test_a_host_that_does_not_answer_is_left_alone_and_others_are_not():
    breaker = Breaker()
    silent(breaker, LIMIT - 1)
    assert breaker.refusal(HOST) is None
    silent(breaker, 1)
    assert HOST in breaker.refusal(HOST)
    assert breaker.refusal("other.example") is None


def test_an_answer_in_between_counts_from_nothing():
    breaker = Breaker()
    silent(breaker, LIMIT - 1)
    breaker.answered(HOST)
    silent(breaker, LIMIT - 1)
    assert breaker.refusal(HOST) is None


def test_after_a_rest_one_request_tries_and_its_answer_closes_it():
    clock = Clock()
    breaker = Breaker(clock)
    silent(breaker)
    clock.at = REST
    assert breaker.refusal(HOST) is None
    assert breaker.refusal(HOST) is not None
    breaker.answered(HOST)
    assert breaker.refusal(HOST) is None


def test_a_try_that_fails_leaves_it_open():
    clock = Clock()
    breaker = Breaker(clock)
    silent(breaker)
    clock.at = REST
    assert breaker.refusal(HOST) is None
    breaker.silent(HOST)
    clock.at = 2 * REST - 1
    assert breaker.refusal(HOST) is not None
