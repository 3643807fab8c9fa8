// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.ginnel.account.ApiKey;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;

/// Messages to bytes and back. A frame is a length of four bytes, big-endian, and that much JSON in UTF-8; the
/// length is checked against its limit before anything is allocated. The tag of a message is the simple name of its
/// type, so a golden file holds the names. Thread-safe.
public final class ControlCodec {
    /// Version of the protocol. Grows with every change that an older side would misread.
    public static final int VERSION = 1;
    /// Longest request frame, in bytes.
    public static final int MAX_REQUEST_BYTES = 64 * 1024;
    /// Longest reply frame, in bytes: room for some 5,000 servers.
    public static final int MAX_REPLY_BYTES = 4 * 1024 * 1024;

    private static final List<Class<?>> SEALED_ROOTS = List.of(
            Request.class,
            Reply.class,
            TunnelView.class,
            ErrorCause.class,
            Reason.class,
            Target.class,
            Measurement.class);

    private final ObjectMapper mapper = newMapper();

    /// A mapper that knows every message, for callers that print or store them as JSON.
    public static ObjectMapper newMapper() {
        var limits = StreamReadConstraints.builder()
                .maxDocumentLength(MAX_REPLY_BYTES)
                .maxNestingDepth(32)
                .maxStringLength(64 * 1024)
                .build();
        var mapper = new ObjectMapper(
                JsonFactory.builder().streamReadConstraints(limits).build());
        mapper.registerModules(new Jdk8Module(), new JavaTimeModule(), secrets());
        mapper.setVisibility(PropertyAccessor.GETTER, Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
        mapper.setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (var root : SEALED_ROOTS) {
            mapper.addMixIn(root, Tagged.class);
            for (var type : root.getPermittedSubclasses()) {
                mapper.registerSubtypes(new NamedType(type, type.getSimpleName()));
            }
        }
        return mapper;
    }

    /// Writes one frame and flushes it.
    ///
    /// @throws IOException when the other side is gone, or the message is longer than `limit` bytes
    public void write(DataOutputStream out, Object message, int limit) throws IOException {
        var bytes = mapper.writeValueAsBytes(message);
        if (bytes.length > limit) {
            throw new IOException("a frame of " + bytes.length + " bytes is over the limit of " + limit);
        }
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /// Reads one frame.
    ///
    /// @param limit longest frame accepted, in bytes
    /// @throws EOFException when the other side has hung up between frames or within one
    /// @throws MalformedFrameException when the frame is too long or is no such message
    public <T> T read(DataInputStream in, Class<T> type, int limit) throws IOException {
        var length = in.readInt();
        if (length < 2 || length > limit) {
            throw new MalformedFrameException("a frame of " + length + " bytes, where 2 to " + limit + " are allowed");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        try {
            var message = mapper.readValue(bytes, type);
            if (message == null) {
                throw new MalformedFrameException("not a " + type.getSimpleName() + ": null");
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("not a " + type.getSimpleName() + ": " + describe(e));
        }
    }

    /// What was wrong and where, without a word of the content, which may hold a key.
    private static String describe(JsonProcessingException e) {
        var at = e.getLocation();
        return e.getClass().getSimpleName() + (at == null ? "" : " at byte " + at.getByteOffset());
    }

    private static SimpleModule secrets() {
        return new SimpleModule("secrets")
                .addSerializer(ApiKey.class, new ApiKeyWriter())
                .addDeserializer(ApiKey.class, new ApiKeyReader());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Tagged {}

    private static final class ApiKeyWriter extends StdScalarSerializer<ApiKey> {
        @Serial
        private static final long serialVersionUID = 1L;

        ApiKeyWriter() {
            super(ApiKey.class);
        }

        @Override
        public void serialize(ApiKey key, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(key.reveal());
        }
    }

    private static final class ApiKeyReader extends StdScalarDeserializer<ApiKey> {
        @Serial
        private static final long serialVersionUID = 1L;

        ApiKeyReader() {
            super(ApiKey.class);
        }

        @Override
        public ApiKey deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return ApiKey.parse(in.getText())
                    .orElseThrow(() -> new InvalidFormatException(in, "not an API key", "[redacted]", ApiKey.class));
        }
    }
}
