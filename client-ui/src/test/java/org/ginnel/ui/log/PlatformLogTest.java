// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PlatformLogTest {
    private final Logger behind = (Logger) LoggerFactory.getLogger("org.ginnel.test.platform");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final System.Logger log = System.getLogger("org.ginnel.test.platform");

    @BeforeEach
    void listen() {
        heard.start();
        behind.setAdditive(false);
        behind.setLevel(Level.WARN);
        behind.addAppender(heard);
    }

    @AfterEach
    void stop() {
        behind.detachAppender(heard);
        behind.setLevel(null);
    }

    @Test
    void thePlatform_logsThroughUs_warningsAndWorse() {
        log.log(System.Logger.Level.INFO, "nothing");
        log.log(System.Logger.Level.WARNING, "{0} of {1}", 1, 2);
        log.log(System.Logger.Level.ERROR, "broken", new IllegalStateException("why"));

        assertThat(heard.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("1 of 2", "broken");
    }

    @Test
    void whatJavaFxSaysOfEveryClassPath_isKnown() {
        log.log(System.Logger.Level.WARNING, "Unsupported JavaFX configuration: classes were loaded from 'unnamed'");

        assertThat(heard.list).isEmpty();
    }
}
