// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A record that was written out answers as the compiler's own.
class RecordsTest {
    /// Every type that a component can have. Public, because it is loaded by a loader of its own.
    @SuppressWarnings("ArrayRecordComponent") // it is what is tested
    public record Everything(
            boolean truth,
            byte small,
            char letter,
            short low,
            int number,
            long far,
            float rough,
            double fine,
            @Nullable String text,
            @Nullable List<String> list,
            char[] letters) {}

    public record Nothing() {}

    public record Own(int number) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Own;
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    private static final char[] LETTERS = {'a'};

    private static final Object[] FIRST = {
        true, (byte) 1, 'c', (short) 2, 3, 4L, 0.5f, 0.25, "text", List.of("a"), LETTERS
    };

    /// Others, one for each component; of numbers also those that `==` sees otherwise.
    private static final Object[][] OTHERS = {
        {false},
        {(byte) -1},
        {'d'},
        {(short) -2},
        {-3},
        {1L << 40},
        {-0.0f, 0.0f, Float.NaN},
        {-0.0, 0.0, Double.NaN},
        {null, "other"},
        {null, List.of()},
        {new char[] {'a'}},
    };

    private static List<@Nullable Object[]> values() {
        var all = new ArrayList<@Nullable Object[]>(List.of(FIRST, FIRST.clone()));
        for (var component = 0; component < OTHERS.length; component++) {
            for (var other : OTHERS[component]) {
                var values = Arrays.copyOf(FIRST, FIRST.length);
                values[component] = other;
                all.add(values);
            }
        }
        return all;
    }

    @Test
    void everyValue_isComparedAndToldAsBefore() throws ReflectiveOperationException {
        var before = constructor(Everything.class);
        var after = constructor(writtenOut(Everything.class));
        for (var one : values()) {
            var ours = after.newInstance(one);
            var theirs = before.newInstance(one);

            assertThat(ours).hasToString(theirs.toString()).hasSameHashCodeAs(theirs);
            assertThat(ours.equals(ours)).isTrue();
            assertThat(ours.equals(null)).isFalse();
            assertThat(ours.equals(theirs)).isFalse();
            for (var other : values()) {
                assertThat(ours.equals(after.newInstance(other)))
                        .as("%s and %s", Arrays.toString(one), Arrays.toString(other))
                        .isEqualTo(theirs.equals(before.newInstance(other)));
            }
        }
    }

    @Test
    void recordsOfNothing_areEqual() throws ReflectiveOperationException {
        var type = constructor(writtenOut(Nothing.class));

        assertThat(type.newInstance())
                .isEqualTo(type.newInstance())
                .hasSameHashCodeAs(new Nothing())
                .hasToString(new Nothing().toString());
    }

    @Test
    void whatARecordHasOfItsOwn_stays() throws ReflectiveOperationException {
        var type = constructor(writtenOut(Own.class));

        assertThat(type.newInstance(1))
                .isEqualTo(type.newInstance(2))
                .hasToString("Own[number=1]")
                .hasSameHashCodeAs(new Own(1));
    }

    @ParameterizedTest
    @ValueSource(classes = {Everything.class, Nothing.class, Own.class})
    void noCallSite_isLeft(Class<?> type) {
        assertThat(callSites(bytes(type))).isPositive();
        assertThat(callSites(written(type))).isZero();
    }

    @Test
    void aClassThatIsNoRecord_isLeftAlone() {
        var bytes = bytes(RecordsTest.class);

        assertThat(Records.writtenOut(bytes, ClassHierarchyResolver.defaultResolver()))
                .isSameAs(bytes);
    }

    private static Constructor<?> constructor(Class<?> type) {
        return type.getConstructors()[0];
    }

    private static long callSites(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .count();
    }

    private static byte[] written(Class<?> type) {
        return Records.writtenOut(
                bytes(type), ClassHierarchyResolver.ofResourceParsing(RecordsTest.class.getClassLoader()));
    }

    private static byte[] bytes(Class<?> type) {
        try (var in = RecordsTest.class.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Loaded anew, and verified.
    private static Class<?> writtenOut(Class<?> type) {
        return new ClassLoader(RecordsTest.class.getClassLoader()) {
            Class<?> define(byte[] bytes) {
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        }.define(written(type));
    }
}
