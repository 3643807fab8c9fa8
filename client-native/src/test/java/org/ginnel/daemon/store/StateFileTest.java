// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ginnel.account.ApiKey;
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
        assertThat(Files.readString(path())).startsWith("{\"format\":3,");
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
        Files.writeString(path(), "{\"format\":4}");

        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 4")
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
        var login = new Login(
                ApiKey.parse(KEY).orElseThrow(),
                "https://api.example",
                List.of("192.0.2.10"),
                new Tier("pro", "Pro", 15, "all"),
                "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
                List.of(Samples.TOKYO.server()),
                Map.of("a", new Login.Issued("client", "[Interface]\n")));
        var wanted =
                new Wanted(Samples.TOKYO.server(), "[Interface]\n", "203.0.113.6:51820", new Reason.ChosenByUser());
        return new Saved(
                Optional.of(login),
                new Settings(true, true, List.of("9.9.9.9")),
                List.of("a", "b"),
                List.of("b"),
                List.of(new OwnServer(Samples.TOKYO.server(), "[Interface]\n")),
                Optional.of(wanted),
                Optional.of(Instant.parse("2026-11-21T12:00:00Z")));
    }
}
