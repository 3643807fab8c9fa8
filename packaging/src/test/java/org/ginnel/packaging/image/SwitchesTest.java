// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A switch that was written out decides as the compiler's own.
class SwitchesTest {
    private static final Set<String> SAMPLES = Set.of(Decisions.class.getName(), InAnInterface.class.getName());

    /// Public, because the samples are loaded by a loader of their own.
    public sealed interface Shape {}

    public record Dot() implements Shape {}

    public record Line(int length) implements Shape {}

    public record Pair(Object left, Object right) implements Shape {}

    /// Every form of switch over types that our sources have.
    public static final class Decisions implements Function<@Nullable Object, String> {
        @Override
        public String apply(@Nullable Object of) {
            return ofAnything(of) + (of instanceof Shape shape ? ofShape(shape) : "");
        }

        private static String ofShape(Shape shape) {
            return switch (shape) {
                case Dot _ -> " dot";
                case Line(var length) when length > 10 -> " long line";
                case Line(var length) when length > 5 -> " line";
                case Line _ -> " short line";
                case Pair(Line(var a), Line(var b)) -> " lines " + (a + b);
                case Pair(String a, Integer b) -> " " + a + b;
                case Pair _ -> " pair";
            };
        }

        private static String ofAnything(@Nullable Object of) {
            return switch (of) {
                case null -> "null";
                case String text when text.isEmpty() -> "empty";
                case CharSequence text -> "text " + text.length();
                case Integer number -> "number " + number;
                case int[] numbers -> "numbers " + numbers.length;
                case List<?> list -> "list " + list.size();
                default -> "something";
            };
        }
    }

    /// A switch whose method has to be one of an interface.
    public interface InAnInterface extends Function<@Nullable Object, String> {
        @Override
        default String apply(@Nullable Object of) {
            return switch (of) {
                case String _ -> "text";
                case Integer _ -> "number";
                case null, default -> "other";
            };
        }
    }

    public static final class AnInterface implements InAnInterface {}

    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            "",
            "text",
            CharBuffer.wrap("abc"),
            7,
            7L,
            new int[3],
            List.of(1),
            new Dot(),
            new Line(1),
            new Line(6),
            new Line(11),
            new Pair(new Line(1), new Line(2)),
            new Pair("a", 1),
            new Pair("a", "b"),
            new Pair(new Line(1), 1));

    @Test
    void everyValue_isDecidedAsBefore() throws ReflectiveOperationException {
        for (var type : List.of(Decisions.class, AnInterface.class)) {
            var before = instance(type);
            var after = instance(new WrittenOut().loadClass(type.getName()));

            assertThat(after.getClass()).isNotSameAs(type);
            for (var value : VALUES) {
                assertThat(after.apply(value)).isEqualTo(before.apply(value));
            }
        }
    }

    @Test
    void nullWithoutACase_isRefusedAsBefore() {
        assertThatThrownBy(() -> {
                    var method = new WrittenOut()
                            .loadClass(Decisions.class.getName())
                            .getDeclaredMethod("ofShape", Shape.class);
                    method.setAccessible(true);
                    method.invoke(null, new @Nullable Object[] {null});
                })
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void noCallSiteOfASwitchOverReferences_isLeft() {
        for (var name : SAMPLES) {
            assertThat(switchesIn(bytes(name))).isPositive();
            assertThat(switchesIn(writtenOut(name))).isZero();
        }
    }

    @Test
    void aClassWithoutSwitches_isLeftAlone() {
        var bytes = bytes(Dot.class.getName());

        assertThat(Switches.writtenOut(bytes, ClassHierarchyResolver.defaultResolver()))
                .isSameAs(bytes);
    }

    @SuppressWarnings("unchecked")
    private static Function<@Nullable Object, String> instance(Class<?> type) throws ReflectiveOperationException {
        return (Function<@Nullable Object, String>) type.getConstructor().newInstance();
    }

    private static long switchesIn(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(it -> it instanceof InvokeDynamicInstruction call
                        && call.name().stringValue().equals("typeSwitch")
                        && !call.typeSymbol().parameterType(0).isPrimitive())
                .count();
    }

    private static byte[] writtenOut(String name) {
        var resolver = ClassHierarchyResolver.ofResourceParsing(SwitchesTest.class.getClassLoader());
        return Switches.writtenOut(bytes(name), resolver);
    }

    private static byte[] bytes(String name) {
        try (var in = SwitchesTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Loads the samples written out, and everything else as it is.
    private static final class WrittenOut extends ClassLoader {
        WrittenOut() {
            super(SwitchesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!SAMPLES.contains(name) && !name.equals(AnInterface.class.getName())) {
                return super.loadClass(name, resolve);
            }
            var loaded = findLoadedClass(name);
            var bytes = SAMPLES.contains(name) ? writtenOut(name) : bytes(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
