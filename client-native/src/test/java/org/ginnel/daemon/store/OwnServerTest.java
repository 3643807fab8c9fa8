// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.wireguard.ConfigProblem;
import org.ginnel.wireguard.ConfigProblem.Reason;
import org.junit.jupiter.api.Test;

class OwnServerTest {
    private static final String KEY = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
    private static final String CONFIG = """
            [Interface]
            PrivateKey = %s
            Address = 10.7.0.2/32
            [Peer]
            PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
            AllowedIPs = 0.0.0.0/0
            Endpoint = [2001:db8::1]:51820
            """.formatted(KEY);

    @Test
    void aConfig_isAServer_alwaysOfTheSameId_andPrintsWithoutItsKey() {
        var own = read(CONFIG);

        assertThat(own.server().isOwn()).isTrue();
        assertThat(own.server().endpoint()).isEqualTo("2001:db8::1");
        assertThat(own.server().id()).matches("own-[0-9a-f]{16}");
        assertThat(read("# a comment\r\n" + CONFIG.replace("\n", "\r\n")).server())
                .isEqualTo(own.server());
        assertThat(own.toString()).doesNotContain(KEY);
        assertThat(own.config()).contains(KEY);
    }

    @Test
    void commandsInAConfig_areRefusedByName() {
        assertThat(refused(CONFIG.replace("[Peer]", "PostUp = rm -rf /\n[Peer]")))
                .contains(new ConfigProblem(4, "PostUp", Reason.FORBIDDEN_KEY));
    }

    @Test
    void aConfigWithoutAKey_orToThisMachine_isRefused() {
        assertThat(refused(CONFIG.replace("PrivateKey = " + KEY, "")))
                .contains(new ConfigProblem(0, "PrivateKey", Reason.MISSING_KEY));
        assertThat(refused(CONFIG.replace("[2001:db8::1]", "127.0.0.1")))
                .extracting(ConfigProblem::reason)
                .contains(Reason.FORBIDDEN_ADDRESS);
        assertThat(refused("")).isNotEmpty();
    }

    @Test
    void anOperator_cannotTakeThePlaceOfAServerOfTheUsersOwn() {
        var mine = new OwnServer(Samples.TOKYO.server(), CONFIG);
        var saved = Saved.nothing().withOwn(mine).withOwn(mine);

        assertThat(saved.own()).containsExactly(mine);
        assertThat(saved.servers()).containsExactly(Samples.TOKYO.server());
        assertThat(saved.loggedOut().own()).containsExactly(mine);
        assertThat(saved.withoutOwn(Samples.TOKYO.server().id()).own()).isEmpty();
    }

    private static OwnServer read(String text) {
        return ((OwnServer.Result.Read) OwnServer.read("Home", text)).own();
    }

    private static List<ConfigProblem> refused(String text) {
        var cause = ((OwnServer.Result.Refused) OwnServer.read("Home", text)).cause();
        return ((ErrorCause.ConfigRefused) cause).problems();
    }
}
