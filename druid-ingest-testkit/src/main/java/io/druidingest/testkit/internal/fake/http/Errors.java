package io.druidingest.testkit.internal.fake.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shapes in which Druid refuses, each from another corner of it. */
public final class Errors {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Errors() {}

    /** {@code {"error": ".."}}: what Jackson and most supervisor endpoints say. */
    public static Reply error(int status, String message) {
        return Reply.json(status, JSON.objectNode().put("error", message));
    }

    /** A {@code DruidException}. */
    public static Reply druid(int status, String code, String persona, String category, String message) {
        ObjectNode error = JSON.objectNode()
                .put("error", "druidException")
                .put("errorCode", code)
                .put("persona", persona)
                .put("category", category)
                .put("errorMessage", message);
        error.putObject("context");
        return Reply.json(status, error);
    }

    /** A {@code DruidException} of the kind that blames the user's input. */
    public static Reply invalidInput(String message) {
        return druid(400, "invalidInput", "USER", "INVALID_INPUT", message);
    }

    /** A {@code DruidException} about what is not there. */
    public static Reply notFound(String message) {
        return druid(404, "notFound", "USER", "NOT_FOUND", message);
    }

    /** A sentence that says it is plain text. */
    public static Reply plain(int status, String sentence) {
        return Reply.of(status, "text/plain", sentence);
    }

    /** A sentence that says it is JSON, and is none. */
    public static Reply bare(int status, String sentence) {
        return Reply.of(status, "application/json", sentence);
    }

    /** The page that Jetty makes of what nobody caught: JSON for who asks for it, else HTML. */
    public static Reply page(Request request, int status, String message) {
        String accept = request.header("Accept");
        if (accept != null && accept.contains("application/json")) {
            return Reply.json(
                    status,
                    JSON.objectNode()
                            .put("servlet", "org.eclipse.jetty.ee8.servlet.ServletHandler$Default404Servlet")
                            .put("message", message)
                            .put("url", request.path())
                            .put("status", String.valueOf(status)));
        }
        return Reply.of(
                status,
                "text/html;charset=iso-8859-1",
                "<html>\n<head>\n<title>Error " + status + " " + message + "</title>\n</head>\n<body><h2>HTTP ERROR "
                        + status + " " + message + "</h2>\n</body>\n</html>\n");
    }
}
