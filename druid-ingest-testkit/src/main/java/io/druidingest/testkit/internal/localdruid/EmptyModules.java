package io.druidingest.testkit.internal.localdruid;

import io.druidingest.testkit.internal.child.Mirror;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Stands in for Guice modules that Druid's commands name but that no published jar has: classes that implement
 * {@code DruidModule} and bind nothing. They are written as bytes, so that a Java runtime without a compiler will do.
 */
final class EmptyModules {

    private static final List<String> MISSING = List.of(
            "org/apache/druid/msq/dart/guice/DartWorkerMemoryManagementModule",
            "org/apache/druid/msq/dart/guice/DartWorkerModule",
            "org/apache/druid/msq/guice/IndexerMemoryManagementModule",
            "org/apache/druid/msq/guice/MSQDurableStorageModule",
            "org/apache/druid/msq/guice/MSQExternalDataSourceModule",
            "org/apache/druid/msq/guice/MSQIndexingModule",
            "org/apache/druid/msq/guice/PeonMemoryManagementModule");

    private static final int CLASS_FILE_OF_JAVA_8 = 52;
    private static final int PUBLIC = 0x0001;
    private static final int SUPER = 0x0020;

    private EmptyModules() {}

    /** Defines each module that the class path lacks, if this Druid is one whose commands name them. */
    static void defineMissing() throws Exception {
        if (Mirror.exists("org.apache.druid.sql.guice.SqlModule")) {
            return; // a Druid with SQL names none of them
        }
        // A class can only be added to Druid's own class loader through this method; the launch command opens it.
        Method define =
                ClassLoader.class.getDeclaredMethod("defineClass", String.class, byte[].class, int.class, int.class);
        define.setAccessible(true);
        for (String module : MISSING) {
            if (!Mirror.exists(module.replace('/', '.'))) {
                byte[] bytes = classFile(module);
                define.invoke(EmptyModules.class.getClassLoader(), module.replace('/', '.'), bytes, 0, bytes.length);
            }
        }
    }

    /** {@code public class NAME implements DruidModule { public NAME() {} public void configure(Binder b) {} }}. */
    private static byte[] classFile(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeShort(0);
        out.writeShort(CLASS_FILE_OF_JAVA_8);

        out.writeShort(14); // the constants, which count from 1
        text(out, name); // 1
        reference(out, 7, 1); // 2: this class
        text(out, "java/lang/Object"); // 3
        reference(out, 7, 3); // 4: its parent
        text(out, "org/apache/druid/initialization/DruidModule"); // 5
        reference(out, 7, 5); // 6: its interface
        text(out, "<init>"); // 7
        text(out, "()V"); // 8
        reference(out, 12, 7, 8); // 9
        reference(out, 10, 4, 9); // 10: the parent's constructor
        text(out, "configure"); // 11
        text(out, "(Lcom/google/inject/Binder;)V"); // 12
        text(out, "Code"); // 13

        shorts(out, PUBLIC | SUPER, 2, 4, 1, 6); // this class, its parent, one interface
        shorts(out, 0, 2); // no fields, two methods
        method(out, 7, 8, 1, 0x2A, 0xB7, 0, 10, 0xB1); // aload_0, invokespecial 10, return
        method(out, 11, 12, 2, 0xB1); // return
        shorts(out, 0); // no attributes
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void reference(DataOutputStream out, int tag, int... to) throws IOException {
        out.writeByte(tag);
        shorts(out, to);
    }

    private static void method(DataOutputStream out, int name, int descriptor, int locals, int... code)
            throws IOException {
        shorts(out, PUBLIC, name, descriptor, 1, 13); // one attribute: the code
        out.writeInt(12 + code.length);
        shorts(out, 1, locals); // at most one value on the stack
        out.writeInt(code.length);
        for (int each : code) {
            out.writeByte(each);
        }
        shorts(out, 0, 0); // no handlers, no attributes
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }
}
