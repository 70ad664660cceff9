package org.bayeux.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The response of a container. */
@SuppressWarnings("unused") // called by Stub
final class TestResponse {

    final TestOutput output = new TestOutput();

    /** What the response does instead of taking headers. */
    RuntimeException failure;

    /** The thread that wrote the answer. */
    Thread writer;

    final Map<String, String> headers = new LinkedHashMap<>();
    int status;

    HttpServletResponse response() {
        return Stub.of(HttpServletResponse.class, this);
    }

    boolean isAnswered() {
        return status != 0;
    }

    String body() {
        return output.text();
    }

    public void setStatus(int code) {
        if (failure != null) {
            throw failure;
        }
        writer = Thread.currentThread();
        status = code;
    }

    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    public void setContentLength(int length) {
        setHeader("Content-Length", Integer.toString(length));
    }

    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    public void addHeader(String name, String value) {
        headers.merge(name, value, (first, second) -> first + ", " + second);
    }

    public int getBufferSize() {
        return TestOutput.BUFFER;
    }

    public ServletOutputStream getOutputStream() throws IOException {
        return output;
    }
}
