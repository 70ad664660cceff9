package org.bayeux.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes class files of servlets that have nothing but a name (JVM specification, chapter 4). */
final class EmptyClass {

    private EmptyClass() {}

    static byte[] named(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(61);
            out.writeShort(5);
            writeUtf8(out, name.replace('.', '/'));
            writeClass(out, 1);
            writeUtf8(out, "jakarta/servlet/GenericServlet");
            writeClass(out, 3);
            out.writeShort(0x21);
            out.writeShort(2);
            out.writeShort(4);
            // no interfaces, fields, methods, attributes
            out.writeLong(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeUtf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void writeClass(DataOutputStream out, int name) throws IOException {
        out.writeByte(7);
        out.writeShort(name);
    }
}
