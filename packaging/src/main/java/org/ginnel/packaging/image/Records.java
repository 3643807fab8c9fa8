// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Gives `equals`, `hashCode` and `toString` of records the form that a JVM can keep in a cache: methods of the
/// same class, where the compiler left a call site that makes classes at run time (`ObjectMethods`), some five
/// milliseconds for each record with many components. What they answer is the same, to the letter of its
/// specification.
final class Records {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();
    private static final ClassDesc BUILDER =
            StringBuilder.class.describeConstable().orElseThrow();
    private static final int FACTOR = 31;

    private final ClassModel model;
    private final ClassFile format;
    private final Map<String, MethodTypeDesc> found = new TreeMap<>();

    private Records(byte[] bytes, ClassHierarchyResolver hierarchy) {
        this.format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        this.model = format.parse(bytes);
    }

    /// The record with its methods written out; the very same bytes when it is none, or has its own.
    ///
    /// @param hierarchy knows the classes that this one speaks of
    static byte[] writtenOut(byte[] bytes, ClassHierarchyResolver hierarchy) {
        return new Records(bytes, hierarchy).writtenOut(bytes);
    }

    private byte[] writtenOut(byte[] bytes) {
        var components = model.findAttribute(Attributes.record()).map(RecordAttribute::components);
        return components.isPresent() && hasCalls() ? written(components.get()) : bytes;
    }

    private byte[] written(List<RecordComponentInfo> components) {
        var calls = ClassTransform.transformingMethodBodies(this::replace);
        return format.transformClass(
                model,
                calls.andThen(ClassTransform.endHandler(builder -> found.forEach((name, type) -> builder.withMethodBody(
                        writtenName(name),
                        type,
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> write(name, components, code))))));
    }

    private boolean hasCalls() {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> call(element).isPresent());
    }

    private static Optional<InvokeDynamicInstruction> call(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().owner().equals(BOOTSTRAPS)
                ? Optional.of(call)
                : Optional.empty();
    }

    private void replace(CodeBuilder code, CodeElement element) {
        call(element)
                .ifPresentOrElse(
                        call -> {
                            found.put(call.name().stringValue(), call.typeSymbol());
                            code.invokestatic(ours(), writtenName(call.name().stringValue()), call.typeSymbol());
                        },
                        () -> code.with(element));
    }

    private static String writtenName(String method) {
        return method + "$written";
    }

    private ClassDesc ours() {
        return model.thisClass().asSymbol();
    }

    private void write(String method, List<RecordComponentInfo> components, CodeBuilder code) {
        switch (method) {
            case "equals" -> writeEquals(components, code);
            case "hashCode" -> writeHashCode(components, code);
            case "toString" -> writeToString(components, code);
            default -> throw new IllegalArgumentException("a record has no method " + method);
        }
    }

    private void writeEquals(List<RecordComponentInfo> components, CodeBuilder code) {
        var same = code.newLabel();
        var other = code.newLabel();
        code.aload(0).aload(1).if_acmpeq(same);
        code.aload(1).instanceOf(ours()).ifeq(other);
        for (var component : components) {
            load(component, code);
            code.aload(1).checkcast(ours());
            get(component, code);
            leaveUnlessEqual(component.descriptorSymbol(), code, other);
        }
        code.labelBinding(same).iconst_1().ireturn();
        code.labelBinding(other).iconst_0().ireturn();
    }

    private static void leaveUnlessEqual(ClassDesc type, CodeBuilder code, Label other) {
        switch (TypeKind.from(type)) {
            case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(other);
            case LONG -> code.lcmp().ifne(other);
            case FLOAT, DOUBLE ->
                code.invokestatic(boxed(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                        .ifne(other);
            case REFERENCE ->
                code.invokestatic(
                                OBJECTS,
                                "equals",
                                MethodTypeDesc.of(
                                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                        .ifeq(other);
            case VOID -> throw new IllegalArgumentException("nothing of a record is void");
        }
    }

    private void writeHashCode(List<RecordComponentInfo> components, CodeBuilder code) {
        code.iconst_0();
        for (var component : components) {
            code.loadConstant(FACTOR).imul();
            load(component, code);
            var type = component.descriptorSymbol();
            var taken = type.isPrimitive() ? type : ConstantDescs.CD_Object;
            code.invokestatic(
                            type.isPrimitive() ? boxed(type) : OBJECTS,
                            "hashCode",
                            MethodTypeDesc.of(ConstantDescs.CD_int, taken))
                    .iadd();
        }
        code.ireturn();
    }

    private void writeToString(List<RecordComponentInfo> components, CodeBuilder code) {
        code.new_(BUILDER).dup().invokespecial(BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        var before = simpleName() + "[";
        for (var component : components) {
            append(ConstantDescs.CD_String, code.loadConstant(before + component.name() + "="));
            load(component, code);
            append(component.descriptorSymbol(), code);
            before = ", ";
        }
        append(ConstantDescs.CD_String, code.loadConstant(components.isEmpty() ? before + "]" : "]"));
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String))
                .areturn();
    }

    /// A `char[]` is told as any other object here.
    private static void append(ClassDesc type, CodeBuilder code) {
        var taken = switch (TypeKind.from(type)) {
            case BYTE, SHORT, INT -> ConstantDescs.CD_int;
            case BOOLEAN, CHAR, LONG, FLOAT, DOUBLE -> type;
            case REFERENCE -> type.equals(ConstantDescs.CD_String) ? ConstantDescs.CD_String : ConstantDescs.CD_Object;
            case VOID -> throw new IllegalArgumentException("nothing of a record is void");
        };
        code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, taken));
    }

    private void load(RecordComponentInfo component, CodeBuilder code) {
        code.aload(0);
        get(component, code);
    }

    private void get(RecordComponentInfo component, CodeBuilder code) {
        code.getfield(ours(), component.name().stringValue(), component.descriptorSymbol());
    }

    private String simpleName() {
        return model.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(all -> all.classes().stream())
                .filter(it -> it.innerClass().equals(model.thisClass()))
                .findFirst()
                .flatMap(InnerClassInfo::innerName)
                .map(Utf8Entry::stringValue)
                .orElseGet(() -> ours().displayName());
    }

    private static ClassDesc boxed(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive + " has no box");
        };
    }
}
