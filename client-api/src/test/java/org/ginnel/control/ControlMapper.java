// SPDX-License-Identifier: Apache-2.0
package org.ginnel.control;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
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
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.ginnel.account.ApiKey;
import org.ginnel.history.Ending;
import org.ginnel.relay.Measurement;
import org.ginnel.relay.Target;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.Reason;
import org.ginnel.tunnel.TunnelView;

/// Messages through Jackson's data binding, which wrote what is kept on disks of earlier versions, and which ours is
/// compared with.
final class ControlMapper {
    private static final List<Class<?>> SEALED_ROOTS = List.of(
            Request.class,
            Reply.class,
            TunnelView.class,
            ErrorCause.class,
            Reason.class,
            Target.class,
            Measurement.class,
            Ending.class);

    private ControlMapper() {}

    static ObjectMapper newMapper() {
        var limits = StreamReadConstraints.builder()
                .maxDocumentLength(ControlCodec.MAX_REPLY_BYTES)
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
