// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.ginnel.daemon.dns.DnsPlan;
import org.junit.jupiter.api.Test;

/// What every [Dns] does.
public abstract class DnsContract {
    /// The settings under test, as the system had them.
    protected abstract Dns dns();

    /// Whether programs ask the resolvers of this plan now.
    protected abstract boolean isUsed(DnsPlan plan);

    /// Another program sets the system's resolvers.
    ///
    /// @return false where programs share the setting, so that none can overwrite another's
    protected abstract boolean overwriteByAnother();

    /// Whether all is as the system had it.
    protected abstract boolean isUntouched();

    @Test
    void use_programsAskTheTunnelsResolvers() {
        assertThat(isUntouched()).isTrue();
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(isUsed(Plans.dns())).isTrue();
        assertThat(isUntouched()).isFalse();
    }

    @Test
    void stands_untilAnotherProgramSetsItsOwn() {
        assertThat(dns().stands()).isTrue();
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().stands()).isTrue();
        if (overwriteByAnother()) {
            assertThat(dns().stands()).isFalse();
            assertThat(dns().use(Plans.dns())).isEmpty();
            assertThat(dns().stands()).isTrue();
        }
        assertThat(dns().restore()).isEmpty();
        assertThat(dns().stands()).isTrue();
    }

    @Test
    void restore_isAsBefore() {
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().restore()).isEmpty();
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void restore_withNothingToDo_isSuccess() {
        assertThat(dns().restore()).isEmpty();
        assertThat(dns().restore()).isEmpty();
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void use_anotherPlan_replacesTheFirstAndStillRestores() {
        var other = new DnsPlan(Plans.DEVICE, List.of(InetAddress.ofLiteral("10.8.0.1")), List.of());
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().use(Plans.dns())).isEmpty();
        assertThat(dns().use(other)).isEmpty();
        assertThat(isUsed(other)).isTrue();
        assertThat(dns().restore()).isEmpty();
        assertThat(isUntouched()).isTrue();
    }

    @Test
    void method_isOneWord() {
        assertThat(dns().method()).matches("[a-z.-]+");
    }
}
