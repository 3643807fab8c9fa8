// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.leak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ginnel.lab.LabException;

/// A [Report] as one line of JSON, and back: how a lane in a process of its own tells. Pure.
final class ReportCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    static String encode(Report report) {
        return switch (report) {
            case Report.OfTrial(var client, var scenario, var result) ->
                encoded(result).put("client", client).put("scenario", scenario).toString();
            case Report.OfKill(var kind, var offered, var failure) -> {
                var line = JSON.createObjectNode().put("kill", kind).put("offered", offered);
                failure.ifPresent(why -> line.put("failure", why));
                yield line.toString();
            }
        };
    }

    private static ObjectNode encoded(Result result) {
        var line = JSON.createObjectNode();
        return switch (result) {
            case Result.NotPlayed(var why) -> line.put("notPlayed", why);
            case Result.Broken(var why) -> line.put("broken", why);
            case Result.Played(var offered, var leaked, var last, var times, var faults) -> {
                line.put("offered", offered);
                last.ifPresent(time -> line.put("lastNanos", time.toNanos()));
                leaked.forEach(line.putObject("leaked")::put);
                var nanos = line.putObject("timesNanos");
                times.forEach((what, time) -> nanos.put(what, time.toNanos()));
                faults.forEach(line.putArray("faults")::add);
                yield line;
            }
        };
    }

    /// @throws LabException for a line that [#encode(Report)] does not write
    static Report decode(String line) {
        try {
            var read = JSON.readTree(line);
            if (read.path("kill").isTextual()) {
                return new Report.OfKill(read.path("kill").asText(), number(read, "offered"), text(read, "failure"));
            }
            if (read.path("scenario").isTextual()) {
                return new Report.OfTrial(
                        read.path("client").asText(), read.path("scenario").asText(), result(read));
            }
            throw new LabException("not the report of a lane: " + line);
        } catch (JsonProcessingException e) {
            throw new LabException("not the report of a lane: " + line, e);
        }
    }

    private static Result result(JsonNode read) {
        var notPlayed = text(read, "notPlayed");
        var broken = text(read, "broken");
        if (notPlayed.isPresent()) {
            return new Result.NotPlayed(notPlayed.get());
        }
        return broken.<Result>map(Result.Broken::new)
                .orElseGet(() -> new Result.Played(
                        number(read, "offered"),
                        map(read.path("leaked"), JsonNode::asLong),
                        read.has("lastNanos")
                                ? Optional.of(Duration.ofNanos(number(read, "lastNanos")))
                                : Optional.empty(),
                        map(read.path("timesNanos"), time -> Duration.ofNanos(time.asLong())),
                        words(read.path("faults"))));
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        var map = new LinkedHashMap<String, T>();
        object.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }

    private static List<String> words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static long number(JsonNode read, String field) {
        return read.path(field).asLong();
    }

    private static Optional<String> text(JsonNode read, String field) {
        return read.has(field) ? Optional.of(read.path(field).asText()) : Optional.empty();
    }

    private ReportCodec() {}
}
