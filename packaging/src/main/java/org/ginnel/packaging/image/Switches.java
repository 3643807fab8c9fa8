// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/// Gives switches over types the form that a JVM can keep in a cache: a method of the same class that asks
/// `instanceof`, one label after the other, where the compiler left a call site that makes a class at run time
/// (`SwitchBootstraps`, up to 10 ms for the first one). What is decided is the same, to the letter of its
/// specification. Switches over an `int` in a record pattern, which are rare, stay as they are.
final class Switches {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    private final ClassModel model;
    private final ClassFile format;
    private final List<Switch> found = new ArrayList<>();

    private record Switch(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

    private Switches(byte[] bytes, ClassHierarchyResolver hierarchy) {
        this.format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        this.model = format.parse(bytes);
    }

    /// The class with its switches written out; the very same bytes when it has none.
    ///
    /// @param hierarchy knows the classes that this one speaks of
    static byte[] writtenOut(byte[] bytes, ClassHierarchyResolver hierarchy) {
        return new Switches(bytes, hierarchy).writtenOut(bytes);
    }

    private byte[] writtenOut(byte[] bytes) {
        if (!hasSwitches()) {
            return bytes;
        }
        var calls = ClassTransform.transformingMethodBodies(this::replace);
        return format.transformClass(
                model,
                calls.andThen(ClassTransform.endHandler(builder -> found.forEach(it -> builder.withMethodBody(
                        it.name(),
                        it.type(),
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> write(it, code))))));
    }

    private boolean hasSwitches() {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(Switches::isSwitch);
    }

    private static boolean isSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream()
                        .allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive());
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (isSwitch(element) && element instanceof InvokeDynamicInstruction call) {
            var labels = call.bootstrapArgs().stream()
                    .map(label -> (ClassDesc) label)
                    .toList();
            var it = new Switch("typeSwitch$" + found.size(), call.typeSymbol(), labels);
            found.add(it);
            code.invokestatic(
                    model.thisClass().asSymbol(),
                    it.name(),
                    it.type(),
                    model.flags().has(AccessFlag.INTERFACE));
        } else {
            code.with(element);
        }
    }

    /// As `SwitchBootstraps.typeSwitch` says: -1 for null, else the first label from `restart` on that fits, else
    /// their number.
    private static void write(Switch it, CodeBuilder code) {
        var present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (var i = 0; i < it.labels().size(); i++) {
            var next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(it.labels().get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(it.labels().size()).ireturn();
    }
}
