// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private final Waiters waiters = new Waiters();
    private final List<String> heard = new ArrayList<>();

    @Test
    void whoAsksAfterAnAnswerWasDecided_doesNotHearIt() {
        waiters.replaceBy(failure -> heard.add("first " + failure));
        var telling = waiters.settle(Optional.empty());
        waiters.replaceBy(failure -> heard.add("second " + failure));

        telling.run();
        assertThat(heard).containsExactly("first Optional.empty");

        waiters.answer(Optional.of(new ErrorCause.NotLoggedIn()));
        assertThat(heard).hasSize(2).last().asString().startsWith("second Optional[NotLoggedIn");
    }

    @Test
    void whoIsOvertaken_isToldSo_once() {
        waiters.replaceBy(failure -> heard.add("first " + failure));
        waiters.replaceBy(failure -> heard.add("second " + failure));
        waiters.answer(Optional.empty());
        waiters.answer(Optional.empty());

        assertThat(heard).containsExactly("first Optional[Superseded[]]", "second Optional.empty");
    }
}
