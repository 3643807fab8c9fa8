// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ginnel.account.Account;
import org.ginnel.account.ApiKey;
import org.ginnel.account.Tier;
import org.ginnel.history.DayUsage;
import org.ginnel.history.Ending;
import org.ginnel.history.History;
import org.ginnel.history.PastSession;
import org.ginnel.relay.MeasuredServer;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Server;
import org.ginnel.relay.Target;
import org.ginnel.settings.Settings;
import org.ginnel.tunnel.Disturbance;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Proof;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.Traffic;
import org.ginnel.tunnel.TunnelKey;
import org.ginnel.tunnel.TunnelView;
import org.ginnel.wireguard.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlCodecTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Server TOKYO = new Server(
            "ap-northeast-1",
            "Tokyo",
            "203.0.113.6",
            51820,
            "ap",
            "Japan",
            "pro",
            35.7,
            139.7,
            Optional.of(443),
            Optional.empty());

    private final ControlCodec codec = new ControlCodec();

    static Stream<Object> messages() {
        var key = ApiKey.parse("demo_user_basic_3680ccb7455473be").orElseThrow();
        var connected = new TunnelView.Connected(
                TOKYO,
                NOON,
                new Proof(NOON, Duration.ofMillis(41), "10.7.0.1"),
                new Reason.Fastest(Duration.ofNanos(41_400_000), 3, 4),
                Optional.of(new TunnelView.Next(Optional.of(TOKYO), TunnelView.Phase.PROVING)));
        var preferred = new TunnelView.Connected(
                TOKYO,
                NOON,
                new Proof(NOON, Duration.ofMillis(41), "10.7.0.1"),
                new Reason.Preferred(Duration.ofMillis(9), Duration.ofMillis(8), Reason.Merit.LESS_BUSY, 3, 4),
                Optional.empty());
        return Stream.of(
                new Request.Hello(1, "ginnel 0.1.0"),
                new Request.GetStatus(),
                new Request.Watch(true),
                new Request.Watch(false),
                new Request.Login(key, "https://api.example"),
                new Request.Connect(new Target.Chosen("ap-northeast-1"), true),
                new Request.Connect(new Target.Fastest(), false),
                new Request.Pause(Duration.ofMinutes(5)),
                new Request.EndPause(true),
                new Request.Favour("ap-northeast-1", true),
                new Request.AddServer("Home", "[Interface]\n"),
                new Request.RemoveServer("own-1"),
                new Request.ChangeKeys(),
                new Request.ChangeSettings(new Settings(true, true, List.of("9.9.9.9"))),
                new Request.ChangeSettings(Settings.defaults().withKeysFor(Optional.of(Duration.ofHours(36)))),
                new Reply.Welcome(1, "ginneld 0.1.0", true),
                new Reply.Status(snapshot(connected)),
                new Reply.Status(snapshot(preferred)),
                new Reply.Status(snapshot(new TunnelView.Disconnected(Optional.empty()))),
                new Reply.Status(snapshot(new TunnelView.Locked(Optional.of(new ErrorCause.NothingToPause())))),
                new Reply.Status(snapshot(new TunnelView.Paused(NOON, Optional.of(TOKYO)))),
                new Reply.Status(
                        snapshot(new TunnelView.Connecting(Optional.of(TOKYO), TunnelView.Phase.HANDSHAKE, 2))),
                new Reply.Refused(
                        new ErrorCause.ConfigRefused(
                                List.of(new ConfigProblem(3, "PostUp", ConfigProblem.Reason.FORBIDDEN_KEY))),
                        snapshot(new TunnelView.Blocked(new ErrorCause.Offline("api.example"), NOON, false))),
                new Reply.Servers(
                        List.of(
                                new MeasuredServer(
                                        TOKYO, Optional.of(new Measurement.Answered(Duration.ofMillis(41), NOON))),
                                new MeasuredServer(TOKYO, Optional.of(new Measurement.Silent(NOON))),
                                new MeasuredServer(TOKYO, Optional.empty())),
                        7,
                        Optional.of("ap-northeast-1")),
                new Reply.Servers(List.of(), 0, Optional.empty()),
                new Reply.Report(List.of(new Finding("firewall", Finding.Verdict.OK, "one table", ""))),
                new Request.GetHistory(),
                new Request.KeepHistory(false),
                new Request.DeleteHistory(),
                new Reply.Remembered(history()));
    }

    private static History history() {
        var lost = new Ending.Lost(new ErrorCause.DeviceLost("ginnel0"));
        return new History(
                true,
                List.of(
                        new PastSession("a", "Tokyo", "Japan", NOON, NOON, new Ending.StillUp(), 1, 2),
                        new PastSession("a", "Tokyo", "Japan", NOON, NOON, lost, 3, 4)),
                List.of(new DayUsage(LocalDate.of(2026, 11, 21), "a", "Tokyo", "Japan", 4, 6)));
    }

    private static Snapshot snapshot(TunnelView view) {
        var account = new Account("https://api.example", "demo_us\u2026", new Tier("basic", "Basic", 3, ""));
        return new Snapshot(
                1,
                view,
                Optional.of(account),
                4,
                false,
                List.of("a"),
                List.of("b", "a"),
                2,
                Optional.of("198.18.1.2"),
                Optional.of(new Traffic(1, 2)),
                Settings.defaults(),
                Optional.of(new Disturbance(ErrorCause.Part.FIREWALL, NOON, 2)),
                Optional.of(new TunnelKey(true, Optional.of(NOON))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessage_survivesTheWay(Object message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        codec.write(new DataOutputStream(bytes), message, ControlCodec.MAX_REPLY_BYTES);
        var root = message instanceof Request ? Request.class : Reply.class;

        assertThat(codec.read(in(bytes.toByteArray()), root, ControlCodec.MAX_REPLY_BYTES))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessage_isTheSameJsonAsThroughTheMapper(Object message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        codec.write(new DataOutputStream(bytes), message, ControlCodec.MAX_REPLY_BYTES);
        var json = bytes.toString(StandardCharsets.UTF_8).substring(4);

        assertThat(json).isEqualTo(ControlMapper.newMapper().writeValueAsString(message));
    }

    @Test
    void whatANewerSideAdds_isSkipped() throws IOException {
        var json = "{\"type\":\"Connect\",\"new\":{\"a\":[1,{\"b\":2}]},\"await\":true,"
                + "\"target\":{\"type\":\"Fastest\",\"x\":null}}";

        assertThat(read(json, Request.class)).isEqualTo(new Request.Connect(new Target.Fastest(), true));
    }

    @Test
    void anOptionalFieldThatIsAbsent_isEmpty() throws IOException {
        assertThat(read("{\"type\":\"Disconnected\"}", TunnelView.class))
                .isEqualTo(new TunnelView.Disconnected(Optional.empty()));
    }

    private <T> T read(String json, Class<T> type) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        new DataOutputStream(frame).writeInt(body.length);
        frame.write(body);
        return codec.read(in(frame.toByteArray()), type, ControlCodec.MAX_REPLY_BYTES);
    }

    @Test
    void aFrameOverTheLimit_isRefusedBeforeItIsRead() {
        var bytes = new byte[] {0x7f, -1, -1, -1, '{'};

        assertThatThrownBy(() -> codec.read(in(bytes), Request.class, 100))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("2147483647");
    }

    @Test
    void aNegativeLength_isRefused() {
        assertThatThrownBy(() -> codec.read(in(new byte[] {-1, -1, -1, -1}), Request.class, 100))
                .isInstanceOf(MalformedFrameException.class);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsNoRequest_isRefusedWithoutQuotingIt(String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        assertThatThrownBy(() -> {
                    new DataOutputStream(frame).writeInt(body.length);
                    frame.write(body);
                    codec.read(in(frame.toByteArray()), Request.class, 100_000);
                })
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageNotContaining("s3cret");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "{}",
                "[]",
                "null",
                "{\"type\":\"Nonsense\"}",
                "{\"type\":\"java.lang.Runtime\"}",
                "{\"type\":\"Login\",\"key\":\"s3cret s3cret\",\"apiUrl\":\"x\"}",
                "{\"type\":\"Login\",\"key\":null,\"apiUrl\":\"x\"}",
                "{\"type\":\"Connect\",\"target\":{\"type\":\"Chosen\",\"serverId\":\"../../etc\"},\"await\":true}",
                "{\"type\":\"Connect\"}",
                "{\"await\":true,\"type\":\"Connect\",\"target\":{\"type\":\"Fastest\"}}",
                "{\"type\":\"Connect\",\"await\":true,\"await\":true,\"target\":{\"type\":\"Fastest\"}}",
                "{\"type\":\"Connect\",\"await\":null,\"target\":{\"type\":\"Fastest\"}}",
                "{\"type\":\"Connect\",\"await\":\"true\",\"target\":{\"type\":\"Fastest\"}}",
                "{\"type\":\"Connect\",\"await\":1,\"target\":{\"type\":\"Fastest\"}}",
                "{\"type\":\"Connect\",\"await\":true,\"target\":\"Fastest\"}",
                "{\"type\":\"Connect\",\"await\":true,\"target\":[]}",
                "{\"type\":\"Connect\",\"await\":true,\"target\":{\"type\":\"Fastest\"}",
                "{\"type\":\"Hello\",\"version\":1.5,\"client\":\"x\"}",
                "{\"type\":\"Hello\",\"version\":99999999999,\"client\":\"x\"}",
                "{\"type\":\"Hello\",\"version\":1,\"client\":7}",
                "{\"type\":\"Hello\",\"version\":1,\"client\":\"" + "x".repeat(70_000) + "\"}",
                "{\"type\":\"Fastest\"}",
                "{\"type\":[\"Connect\"]}",
                "{\"type\":\"GetStatus\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}",
                "{\"type\":\"GetStatus\"} trailing",
                "[".repeat(50_000));
    }

    @Test
    void tagsOnTheWire_areWhatTheGoldenSays() throws JsonProcessingException {
        ObjectMapper mapper = ControlMapper.newMapper();

        assertThat(mapper.writeValueAsString(new Request.Connect(new Target.Fastest(), true)))
                .isEqualTo("{\"type\":\"Connect\",\"target\":{\"type\":\"Fastest\"},\"await\":true}");
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
