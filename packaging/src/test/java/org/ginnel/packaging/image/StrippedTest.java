// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class StrippedTest {
    /// Public, because it is loaded by a loader of its own.
    @Deprecated
    public static final class Sample implements IntFunction<String> {
        @Override
        public String apply(int number) {
            var text = new StringBuilder();
            for (var digit = number; digit > 0; digit /= 10) {
                text.append(digit % 10);
            }
            return text.isEmpty() ? "nothing" : text.toString();
        }
    }

    private static byte[] sample() throws IOException {
        try (var in = Objects.requireNonNull(StrippedTest.class.getResourceAsStream("StrippedTest$Sample.class"))) {
            return in.readAllBytes();
        }
    }

    private static byte[] stripped() throws IOException {
        return Stripped.of(sample(), ClassHierarchyResolver.defaultResolver());
    }

    private static boolean knowsItsVariables(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .anyMatch(code ->
                        code.findAttribute(Attributes.localVariableTable()).isPresent());
    }

    @Test
    void variablesGo_linesAndAnnotationsStay() throws IOException {
        var before = ClassFile.of().parse(sample());
        var after = ClassFile.of().parse(stripped());

        assertThat(knowsItsVariables(before)).isTrue();
        assertThat(knowsItsVariables(after)).isFalse();
        assertThat(stripped()).hasSizeLessThan(sample().length);
        assertThat(after.findAttribute(Attributes.runtimeVisibleAnnotations())).isPresent();
        assertThat(after.methods())
                .hasSameSizeAs(before.methods())
                .allSatisfy(
                        method -> assertThat(method.code().orElseThrow().findAttribute(Attributes.lineNumberTable()))
                                .isPresent());
    }

    @Test
    void whatIsLeft_isVerified_andDoesTheSame() throws Exception {
        var loader = new ClassLoader(StrippedTest.class.getClassLoader()) {
            Class<?> define(byte[] bytes) {
                return defineClass(null, bytes, 0, bytes.length);
            }
        };
        var made = (IntFunction<?>)
                loader.define(stripped()).getDeclaredConstructor().newInstance();

        assertThat(made.apply(1234)).isEqualTo(new Sample().apply(1234));
        assertThat(made.apply(0)).isEqualTo("nothing");
    }

    @Test
    void whatSpeaksOfWhatIsNotHere_staysAsItIs() throws IOException {
        ClassHierarchyResolver ignorant = type -> type.equals(ClassDesc.of("java.lang.Object"))
                ? ClassHierarchyResolver.defaultResolver().getClassInfo(type)
                : null;

        assertThat(Stripped.of(sample(), ignorant)).isNotEmpty();
    }
}
