// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.ginnel.packaging.PackagingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing but what was pinned comes out, and nothing else stays.
class FetchTest {
    private static final byte[] WHOLE = "a driver".getBytes(StandardCharsets.UTF_8);
    /// `printf 'a driver' | sha256sum`.
    private static final String SUM = "90383ae1a1af0952d39bcf452e62c7d6de4381a03bdd30bf5ead80c3b9bf4b99";

    private final AtomicInteger asked = new AtomicInteger();

    @TempDir
    Path cache;

    private HttpServer server;
    private Fetch fetch;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fetch = new Fetch(cache.resolve("native"), Duration.ofSeconds(5));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPart_isFetchedOnce_andThenTakenFromTheFolder() throws IOException {
        answer(200, WHOLE, WHOLE.length);

        assertThat(fetch.get(part(SUM))).hasBinaryContent(WHOLE);
        assertThat(fetch.get(part(SUM))).hasBinaryContent(WHOLE);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aPartPutThereByHand_needsNoNetwork() throws IOException {
        server.stop(0);
        Files.write(Files.createDirectories(cache.resolve("native")).resolve("driver.zip"), WHOLE);

        assertThat(fetch.get(part(SUM))).hasBinaryContent(WHOLE);
    }

    @Test
    void aPartPutThereByHand_thatIsAnother_isNotUsed() throws IOException {
        var file = Files.createDirectories(cache.resolve("native")).resolve("driver.zip");
        Files.writeString(file, "A driver");

        assertThatThrownBy(() -> fetch.get(part(SUM)))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("not what was pinned");
        assertThat(asked).hasValue(0);
    }

    @Test
    void anotherSum_isRefused() {
        answer(200, "b driver".getBytes(StandardCharsets.UTF_8), WHOLE.length);

        refused("gives another file than was pinned");
    }

    @Test
    void moreThanWasPinned_isRefused_beforeItIsTaken() {
        answer(200, new byte[1 << 20], 0);

        refused("gives more than the 8 bytes");
    }

    @Test
    void aPartWithoutASize_isFetched_whenItsSumIsRight() throws IOException {
        answer(200, WHOLE, 0);

        assertThat(fetch.get(part(OptionalLong.empty(), SUM))).hasBinaryContent(WHOLE);
    }

    @Test
    void aPartWithoutASize_thatNeverEnds_isNotTakenForLong() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (var megabyte = 0; megabyte < 64; megabyte++) {
                    body.write(new byte[1 << 20]);
                }
            }
        });

        assertThatThrownBy(() -> fetch.get(part(OptionalLong.empty(), SUM)))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("gives more than the 33554432 bytes");
        assertThat(cache.resolve("native")).isEmptyDirectory();
    }

    @Test
    void lessThanWasPinned_isRefused() {
        answer(200, "a dri".getBytes(StandardCharsets.UTF_8), 0);

        refused("ended 3 bytes before the end");
    }

    @Test
    void aServerThatBreaksOff_leavesNothing() {
        answer(200, "a dri".getBytes(StandardCharsets.UTF_8), WHOLE.length);

        refused("could not be fetched from");
    }

    @Test
    void withoutANetwork_theFolderIsNamed() {
        server.stop(0);

        refused("without a network put it into " + cache.resolve("native"));
    }

    @Test
    void aServerThatHasItNot_isNamed() {
        answer(404, new byte[0], -1);

        refused("answered 404");
    }

    @Test
    void aPartWithoutASum_isNeverAskedFor() {
        var part = new NativePart("driver", "1", "driver.zip", address(), Optional.empty(), "MIT");

        assertThatThrownBy(() -> fetch.get(part))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("has no sum yet");
        assertThat(asked).hasValue(0);
    }

    private void refused(String why) {
        assertThatThrownBy(() -> fetch.get(part(SUM)))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining(why);
        assertThat(cache.resolve("native")).isEmptyDirectory();
    }

    /// @param said how long it says that it is; 0 for nothing said, -1 for no body
    private void answer(int status, byte[] body, int said) {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status, said);
            if (said >= 0) {
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/driver.zip");
    }

    private NativePart part(String sum) {
        return part(OptionalLong.of(WHOLE.length), sum);
    }

    private NativePart part(OptionalLong bytes, String sum) {
        var pin = new NativePart.Pin(bytes, sum);
        return new NativePart("driver", "1", "driver.zip", address(), Optional.of(pin), "MIT");
    }
}
