// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.account.ApiKey;
import org.ginnel.account.Surface;
import org.ginnel.account.Tier;
import org.ginnel.control.Request;
import org.ginnel.daemon.machine.Samples;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final String KEY = "testuser_pro_a3562544513ab101";
    private static final String PRIVATE = "iAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBms=";
    private static final String NEXT = "qAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmo=";
    private static final String PRESHARED = "FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=";

    @TempDir
    Path directory;

    private StateFile file;

    @BeforeEach
    void open() throws IOException {
        file = new StateFile(directory.resolve("state"), spare());
    }

    @Test
    void nothingWritten_isNothing() throws IOException {
        assertThat(file.read()).isEqualTo(Saved.nothing());
    }

    @Test
    void whatIsWritten_isReadAgain_byItsOwnerOnly() throws IOException {
        assertThat(file.write(full())).isEmpty();

        assertThat(file.read()).isEqualTo(full());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path())).startsWith("{\"format\":4,");
    }

    @Test
    void aFileOfTheFirstFormat_isBroughtUpToDate() throws IOException {
        Files.writeString(
                path(),
                "{\"login\":null,\"settings\":{\"allowLan\":true},\"recents\":[\"a\"],\"wanted\":null,\"pausedUntil\":null}");

        var read = file.read();

        assertThat(read.settings()).isEqualTo(new Settings(true, false, List.of()));
        assertThat(read.recents()).containsExactly("a");
        assertThat(read.favourites()).isEmpty();
        assertThat(read.own()).isEmpty();
    }

    /// What stands on the disks of those who used the version before this one, to the letter.
    @Test
    void aFileOfTheThirdFormat_keepsLoginConfigsAndTunnel() throws IOException {
        Files.writeString(path(), """
                {"format":3,"login":{"key":"%s","apiUrl":"https://api.example","apiAddresses":["192.0.2.10"],
                "tier":{"id":"pro","name":"Pro","maxServers":15,"description":"all"},
                "devicePrivateKey":"yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
                "servers":[{"id":"a","name":"City","endpoint":"203.0.113.10","port":51820,"region":"r","country":"c",
                "tier":"basic","latitude":1.0,"longitude":2.0,"probePort":null,"load":null,"weight":null,"capacity":null}],
                "issued":{"a":{"clientName":"client","config":"[Interface]\\n"}}},
                "settings":{"allowLan":true,"lockdown":true,"dns":["9.9.9.9"]},"recents":["a"],"favourites":[],"own":[],
                "wanted":null,"pausedUntil":null}""".formatted(KEY));

        var read = file.read();

        var login = read.login().orElseThrow();
        assertThat(login.issued()).containsExactly(Map.entry("a", new Login.Issued("client", "[Interface]\n")));
        assertThat(login.surface()).isEqualTo(Surface.UNKNOWN);
        assertThat(login.device()).isEqualTo(Device.none());
        assertThat(login.reaches()).isEmpty();
        assertThat(login.outdated()).isEmpty();
        assertThat(read.settings().keyTime()).isEqualTo(Settings.USUAL_KEYS);
        assertThat(read.settings().dns()).containsExactly("9.9.9.9");
        assertThat(file.write(read)).isEmpty();
        assertThat(file.read()).isEqualTo(read);
    }

    /// The golden was written by the version before this one, through Jackson's data binding.
    @Test
    void whatTheVersionBeforeWrote_isReadAndWrittenToTheLetter() throws IOException {
        var before = Files.readString(Path.of("src/test/resources/golden/store/state-by-jackson.json"));
        Files.writeString(path(), before);

        var read = file.read();

        assertThat(read).isEqualTo(full());
        assertThat(file.write(read)).isEmpty();
        assertThat(Files.readString(path())).isEqualTo(before);
    }

    @Test
    void nothingThatIsKept_printsItsSecrets() {
        var login = full().login().orElseThrow();
        var printed = full() + " " + login + " " + login.device() + " " + login.issued() + " " + login.outdated();

        assertThat(printed).contains("DeviceKey[").doesNotContain(PRIVATE, PRESHARED, NEXT, KEY, "yAnz5");
    }

    @Test
    void serversOfAnEarlierVersion_areRead_withoutWhatCameLater() throws IOException {
        assertThat(file.write(full())).isEmpty();
        var text = Files.readString(path());
        var earlier = text.replaceAll(",\"(weight|capacity)\":null", "");
        Files.writeString(path(), earlier);

        assertThat(text.length() - earlier.length())
                .as("three servers with two fields")
                .isEqualTo(3 * ",\"weight\":null,\"capacity\":null".length());
        assertThat(file.read()).isEqualTo(full());
    }

    @Test
    void aMarkTooMany_takesThePlaceOfTheOldest() {
        var saved = Saved.nothing();
        for (var i = 0; i <= Request.MAX_FAVOURITES; i++) {
            saved = saved.favouring("s-" + i, true);
        }

        assertThat(saved.favourites())
                .hasSize(Request.MAX_FAVOURITES)
                .doesNotContain("s-0")
                .endsWith("s-100");
        assertThat(saved.favouring("s-100", false).favourites()).endsWith("s-99");
    }

    @Test
    void aFileOfALaterFormat_isRefused_andSaysWhatToDo() throws IOException {
        Files.writeString(path(), "{\"format\":5}");

        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 5")
                .hasMessageContaining("install the newer one again");
    }

    @Test
    void whatIsNotOurs_isRefused_withoutQuotingIt() throws IOException {
        for (var text :
                new String[] {"", "[]", "null", "7", "{\"login\":{\"key\":\"" + KEY + "\"}}", "{\"format\":-1}"}) {
            Files.writeString(path(), text);
            assertThatThrownBy(file::read)
                    .as(text)
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining(KEY);
        }
    }

    @Test
    void whatACrashLeftBeside_isNeitherReadNorInTheWay() throws IOException {
        assertThat(file.write(full())).isEmpty();
        Files.writeString(path().resolveSibling("state.json.new"), "half of");

        assertThat(file.read()).isEqualTo(full());
        assertThat(file.write(Saved.nothing())).isEmpty();
        assertThat(file.read()).isEqualTo(Saved.nothing());
    }

    /// A directory in the new file's place is a disk that refuses, for root too.
    @Test
    void whatTheDiskRefuses_isKeptInMemory_untilTheDiskTakesIt() throws IOException {
        assertThat(file.write(Saved.nothing())).isEmpty();
        var refusal = path().resolveSibling("state.json.new").resolve("full");
        Files.createDirectories(refusal);

        assertThat(file.write(full())).isEmpty();

        assertThat(file.read()).isEqualTo(full());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spare())))
                .isEqualTo("rw-------");
        Files.delete(refusal);
        assertThat(file.write(full().loggedOut())).isEmpty();
        assertThat(file.read()).isEqualTo(full().loggedOut());
        assertThat(spare()).doesNotExist();
    }

    @Test
    void whatNeitherTakes_isTold_andTheOldStands() throws IOException {
        assertThat(file.write(full())).isEmpty();
        Files.createDirectories(path().resolveSibling("state.json.new").resolve("full"));
        Files.createDirectories(spare().resolveSibling("spare.json.new").resolve("full"));

        assertThat(file.write(Saved.nothing())).isPresent();

        assertThat(file.read()).isEqualTo(full());
    }

    private Path spare() {
        return directory.resolve("spare.json");
    }

    private Path path() {
        return directory.resolve("state/state.json");
    }

    private static Saved full() {
        var noon = Instant.parse("2026-11-21T12:00:00Z");
        var inUse = new DeviceKey(PRIVATE, noon, List.of("10.64.0.2/32", "fd64::2/128"), Optional.of(PRESHARED));
        var device = new Device(
                Optional.of("d-1"),
                Optional.of(inUse),
                Optional.of(new DeviceKey(NEXT, noon, List.of(), Optional.empty())),
                Optional.of(
                        new Device.Past("xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=", noon, noon.plusSeconds(60))));
        var reach = new KeptReach(
                Optional.of("xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg="),
                List.of("203.0.113.10:443"),
                List.of("10.64.0.1"),
                List.of("9.9.9.9"));
        var login = new Login(
                ApiKey.parse(KEY).orElseThrow(),
                "https://api.example",
                List.of("192.0.2.10"),
                new Tier("pro", "Pro", 15, "all"),
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
                List.of(Samples.TOKYO.server()),
                Map.of("a", new Login.Issued("client", "[Interface]\n", Optional.of(noon), Optional.of(NEXT))),
                Surface.V1,
                Map.of("a", reach),
                device,
                List.of(new Outdated("old", "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=", noon)));
        var wanted =
                new Wanted(Samples.TOKYO.server(), "[Interface]\n", "203.0.113.6:51820", new Reason.ChosenByUser());
        return new Saved(
                Optional.of(login),
                new Settings(true, true, List.of("9.9.9.9"), Optional.of(Duration.ofHours(12))),
                List.of("a", "b"),
                List.of("b"),
                List.of(new OwnServer(Samples.TOKYO.server(), "[Interface]\n")),
                Optional.of(wanted),
                Optional.of(Instant.parse("2026-11-21T12:00:00Z")));
    }
}
