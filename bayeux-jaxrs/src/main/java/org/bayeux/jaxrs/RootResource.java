package org.bayeux.jaxrs;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandles;

/**
 * Makes the root resource out of {@link LongPollingResource}: a subclass with {@code @Path}, which exists at run time
 * only.
 *
 * <p>Servers look through all class files of a web application for {@code @Path}, also through its libraries, and add
 * what they find to each of its JAX-RS applications that lists no classes. Ours would answer there in place of the
 * application's own resources. What is in no file is in our JAX-RS application only, which lists it.
 */
final class RootResource {

    /** All below the path of the servlet. */
    private static final String PATH = "{suffix: .*}";

    private static final int JAVA_17 = 61;
    private static final int PUBLIC_FINAL_SYNTHETIC_SUPER = 0x1031;
    private static final int PUBLIC = 0x0001;

    private static final Class<?> TYPE = define();

    private RootResource() {}

    static Class<?> type() {
        return TYPE;
    }

    private static Class<?> define() {
        try {
            return MethodHandles.lookup().defineClass(classFile());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A class may be defined in its own package", e);
        }
    }

    /** A class without members but a constructor (JVM specification, chapter 4). */
    private static byte[] classFile() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(JAVA_17);
            writeConstants(out);
            out.writeShort(PUBLIC_FINAL_SYNTHETIC_SUPER);
            out.writeShort(2);
            out.writeShort(4);
            out.writeShort(0); // interfaces
            out.writeShort(0); // fields
            writeConstructor(out);
            writeAnnotations(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeConstants(DataOutputStream out) throws IOException {
        String parent = LongPollingResource.class.getName().replace('.', '/');
        out.writeShort(15);
        writeUtf8(out, parent + "AtRoot"); // 1
        writeReference(out, 7, 1); // 2: this class
        writeUtf8(out, parent); // 3
        writeReference(out, 7, 3); // 4: its superclass
        writeUtf8(out, "<init>"); // 5
        writeUtf8(out, "()V"); // 6
        writeReference(out, 12, 5, 6); // 7: name and type of the constructor
        writeReference(out, 10, 4, 7); // 8: the constructor of the superclass
        writeUtf8(out, "Code"); // 9
        writeUtf8(out, "RuntimeVisibleAnnotations"); // 10
        writeUtf8(out, descriptor(Singleton.class)); // 11
        writeUtf8(out, descriptor(Path.class)); // 12
        writeUtf8(out, "value"); // 13
        writeUtf8(out, PATH); // 14
    }

    private static void writeConstructor(DataOutputStream out) throws IOException {
        out.writeShort(1); // methods
        out.writeShort(PUBLIC);
        out.writeShort(5);
        out.writeShort(6);
        out.writeShort(1); // attributes
        out.writeShort(9);
        out.writeInt(17);
        out.writeShort(1); // stack
        out.writeShort(1); // locals
        out.writeInt(5);
        out.writeByte(0x2A); // aload_0
        out.writeByte(0xB7); // invokespecial
        out.writeShort(8);
        out.writeByte(0xB1); // return
        out.writeShort(0); // exceptions
        out.writeShort(0); // attributes
    }

    private static void writeAnnotations(DataOutputStream out) throws IOException {
        out.writeShort(1); // attributes
        out.writeShort(10);
        out.writeInt(15);
        out.writeShort(2); // annotations
        out.writeShort(11);
        out.writeShort(0); // elements
        out.writeShort(12);
        out.writeShort(1); // elements
        out.writeShort(13);
        out.writeByte('s');
        out.writeShort(14);
    }

    private static void writeUtf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void writeReference(DataOutputStream out, int tag, int... constants) throws IOException {
        out.writeByte(tag);
        for (int constant : constants) {
            out.writeShort(constant);
        }
    }

    private static String descriptor(Class<? extends Annotation> type) {
        return type.descriptorString();
    }
}
