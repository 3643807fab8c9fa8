// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.ginnel.wireguard.Endpoint;
import org.ginnel.wireguard.IpLiteral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetFileTest {
    private static final String GOOD = """
            {"id":"a-1","name":"A","endpoint":"2001:db8::1","port":51820,"region":"r","country":"C","tier":"pro",
             "latitude":1,"longitude":-2.5,"probe_port":443,"endpoints":["[2001:db8::1]:53","192.0.2.1:53"],"public_key":"xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=",
             "ipv4":"10.0.0.0/16","ipv6":"fd00::/64","dns":["10.0.0.1","fd00::1"],
             "agent_token":"0123456789abcdef0123456789abcdef","note":"fields it does not know are left alone"}""";

    private static Fleet parse(String servers) throws FleetFileException {
        return FleetFile.parse(("{\"servers\":[" + servers + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void server_withEverything_isReadWhole() throws FleetFileException {
        var gateway = parse(GOOD).gateways().getFirst();

        assertThat(gateway.server().latitude()).isEqualTo(1.0);
        assertThat(gateway.server().probePort()).contains(443);
        assertThat(gateway.endpoints())
                .extracting(Endpoint::toString)
                .containsExactly("[2001:db8::1]:53", "192.0.2.1:53");
        assertThat(gateway.publicKey()).isPresent();
        assertThat(gateway.network().lastSlot()).isEqualTo(65_534);
        assertThat(gateway.dns()).extracting(IpLiteral::format).containsExactly("10.0.0.1", "fd00::1");
        assertThat(gateway.agentToken()).contains(new AgentToken("0123456789abcdef0123456789abcdef"));
    }

    @Test
    void referenceSet_hasFifteenServersOfWhichThreeAreBasic() {
        var fleet = FleetFile.reference();

        assertThat(fleet.visibleTo("pro")).hasSize(15);
        assertThat(fleet.visibleTo("basic")).hasSize(3);
        assertThat(fleet.visibleTo("anything")).hasSize(3);
        assertThat(fleet.gateways())
                .allMatch(g -> g.server().endpoint().endsWith(".example.com"))
                .allMatch(g -> g.agentToken().isEmpty());
    }

    @Test
    void everyProblem_isReportedAtOnceWithItsServer() {
        var first = GOOD.replace("\"pro\"", "\"gold\"")
                .replace("10.0.0.0/16", "10.0.0.1/16")
                .replace("443", "\"x\"");
        var second =
                "{\"name\":\"B\",\"dns\":\"1.1.1.1\",\"endpoints\":[\"127.0.0.1:53\"],\"agent_token\":\"short-secret\"}";

        assertThatThrownBy(() -> parse(first + "," + second))
                .asInstanceOf(InstanceOfAssertFactories.type(FleetFileException.class))
                .satisfies(e -> assertThat(e.problems())
                        .hasSizeGreaterThanOrEqualTo(5)
                        .anyMatch(p -> p.startsWith("server a-1: tier is"))
                        .anyMatch(p -> p.startsWith("server a-1: ipv4 is"))
                        .anyMatch(p -> p.startsWith("server number 2: endpoint is missing"))
                        .anyMatch(p -> p.startsWith("server number 2: ipv4 is missing"))
                        .anyMatch(p -> p.startsWith("server number 2: dns is"))
                        .anyMatch(p -> p.startsWith("server number 2: endpoints is"))
                        .anyMatch(p -> p.startsWith("server number 2: an agent token is"))
                        .noneMatch(p -> p.contains("short-secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"servers\":[]}", "{\"servers\":{}}", "{\"servers\":[]} x"})
    void textThatIsNoServersFile_isRefused(String text) {
        assertThatThrownBy(() -> FleetFile.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FleetFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"endpoint\":\"2001:db8::1\"=\"endpoint\":\"host:51820\"",
                "\"endpoint\":\"2001:db8::1\"=\"endpoint\":\"\"",
                "\"port\":51820=\"port\":0",
                "\"port\":51820=\"port\":51820.5",
                "\"latitude\":1=\"latitude\":91",
                "\"ipv4\":\"10.0.0.0/16\"=\"ipv4\":\"10.0.0.0/31\"",
                "\"ipv4\":\"10.0.0.0/16\"=\"ipv4\":\"fd00::/64\"",
                "\"ipv6\":\"fd00::/64\"=\"ipv6\":\"fd00::/113\"",
                "\"ipv6\":\"fd00::/64\"=\"ipv6\":7",
                "\"public_key\":\"xT=\"public_key\":\"T",
                "\"id\":\"a-1\"=\"id\":\"a 1\"",
            })
    void fieldThatIsWrong_isRefused(String replacement) {
        var equals = replacement.indexOf("=\"");
        var wrong = GOOD.replace(replacement.substring(0, equals), replacement.substring(equals + 1));

        assertThat(wrong).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> parse(wrong)).isInstanceOf(FleetFileException.class);
    }

    @Test
    void idsAndTokens_thatStandTwice_areRefused() {
        assertThatThrownBy(() -> parse(GOOD + "," + GOOD)).hasMessageContaining("the id a-1 stands twice");
        assertThatThrownBy(() -> parse(GOOD + "," + GOOD.replace("a-1", "a-2")))
                .hasMessageContaining("is another server's too")
                .message()
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void privateKey_hasNoPlaceHere() {
        assertThatThrownBy(() -> parse(GOOD.replace("\"port\"", "\"PrivateKey\":\"x\",\"port\"")))
                .hasMessageContaining("no place here");
    }

    private static Fleet whole(String rest) throws FleetFileException {
        return FleetFile.parse(("{" + rest + ",\"servers\":[" + GOOD + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void settingsBesideTheServers_areRead() throws FleetFileException {
        var fleet = whole(
                "\"devices\":{\"ipv4\":[\"10.64.0.0/12\",\"10.80.0.0/12\"]},\"max_devices\":3,\"peer_lease_s\":600,"
                        + "\"webhooks\":[{\"url\":\"https://example.com/x\",\"secret\":\"" + "s".repeat(32) + "\"}]");

        assertThat(fleet.devices().orElseThrow().lastSlot()).isEqualTo(2 * ((1 << 20) - 3) + 1);
        assertThat(fleet.maxDevices("pro")).isEqualTo(3);
        assertThat(fleet.peerLease()).hasSeconds(600);
        assertThat(fleet.webhooks()).hasToString("[Webhook[example.com]]");
        assertThat(whole("\"x\":1").devices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"devices\":{}",
                "\"devices\":{\"ipv4\":\"10.0.0.0/8\"}",
                "\"devices\":{\"ipv4\":[\"10.64.0.0/12\",\"10.64.0.0/16\"]}",
                "\"max_devices\":0",
                "\"peer_lease_s\":5",
                "\"webhooks\":[{\"url\":\"https://example.com\",\"secret\":\"short\"}]",
                "\"webhooks\":[{\"url\":\"http://example.com\",\"secret\":\"01234567890123456789012345678901\"}]"
            })
    void settingThatIsWrong_isRefused(String setting) {
        assertThatThrownBy(() -> whole(setting)).isInstanceOf(FleetFileException.class);
    }

    @Test
    void file_thatIsNotThere_isRefusedWithASentence(@TempDir Path directory) {
        assertThatThrownBy(() -> FleetFile.read(directory.resolve("none")))
                .isInstanceOf(FleetFileException.class)
                .hasMessageContaining("cannot be read");
    }
}
