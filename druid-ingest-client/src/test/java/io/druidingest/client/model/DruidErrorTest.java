package io.druidingest.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.druidingest.client.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class DruidErrorTest {

    private static DruidError of(String body) {
        return DruidError.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void says(String body, String message) {
        assertThat(of(body).message()).isEqualTo(message);
        assertThat(of(body).errorCode()).isNull();
    }

    @Example
    void aPlainError() {
        says(
                "{\"error\":\"Cannot construct instance of `X`, problem: no\"}",
                "Cannot construct instance of `X`, problem: no");
    }

    @Example
    void aDruidExceptionTellsItsCodeToo() {
        DruidError body = of("{\"error\":\"druidException\",\"errorCode\":\"entryAlreadyExists\",\"persona\":\"USER\","
                + "\"category\":\"INVALID_INPUT\",\"errorMessage\":\"Task[noopA] already exists\",\"context\":{}}");

        assertThat(body.message()).isEqualTo("Task[noopA] already exists");
        assertThat(body.errorCode()).isEqualTo("entryAlreadyExists");
    }

    @Example
    void aDruidExceptionAroundAnOlderOne() {
        DruidError body =
                of("{\"error\":\"Unknown exception\",\"errorCode\":\"legacyQueryException\",\"persona\":\"OPERATOR\","
                        + "\"category\":\"RUNTIME_FAILURE\",\"errorMessage\":\"Service [overlord] is not available\","
                        + "\"errorClass\":\"java.io.IOException\",\"host\":\"h:1\",\"context\":{}}");

        assertThat(body.message()).isEqualTo("Service [overlord] is not available");
        assertThat(body.errorCode()).isEqualTo("legacyQueryException");
    }

    @Example
    void anErrorWithALongerMessageBesideIt() {
        says("{\"error\":\"Exception occurred.\",\"message\":\"java.io.IOException: no\"}", "java.io.IOException: no");
    }

    @Example
    void aRefusedAccess() {
        says("{\"Access-Check-Result\":\"Allowed:false, Message:no\"}", "Allowed:false, Message:no");
    }

    @Example
    void aRefusedAccessAsText() {
        says("Access-Check-Result: Unauthorized", "Access-Check-Result: Unauthorized");
    }

    @Example
    void aSentenceWhateverItIsLabelled() {
        says("Cannot find any task with id: [nope]", "Cannot find any task with id: [nope]");
        says("No Task IDs provided.\n", "No Task IDs provided.");
    }

    @Example
    void aPageOfJetty() {
        says(
                "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html;charset=utf-8\"/>\n"
                        + "<title>Error 500 java.lang.NullPointerException</title>\n</head><body>...</body></html>",
                "Error 500 java.lang.NullPointerException");
    }

    @Example
    void theSamePageAsJson() {
        says(
                "{\"servlet\":\"default\",\"cause0\":\"com.fasterxml.jackson.core.JsonParseException\","
                        + "\"message\":\"Unexpected character\",\"url\":\"/druid/indexer/v1/task\",\"status\":\"500\"}",
                "Unexpected character");
    }

    @Example
    void aQueryException() {
        says(
                "{\"error\":\"Unknown exception\",\"errorMessage\":\"Cannot parse\",\"errorClass\":\"X\",\"host\":null}",
                "Cannot parse");
        says(
                "{\"error\":\"Unauthorized request\",\"errorMessage\":null,\"errorClass\":null,\"host\":null}",
                "Unauthorized request");
    }

    @Example
    void anErrorInsideAnError() {
        DruidError body = of("{\"taskId\":\"q\",\"state\":\"FAILED\",\"error\":{\"error\":\"druidException\","
                + "\"errorCode\":\"invalidInput\",\"errorMessage\":\"no table\"}}");

        assertThat(body.message()).isEqualTo("no table");
        assertThat(body.errorCode()).isEqualTo("invalidInput");
    }

    @Example
    void nothing() {
        says("", "");
        says(" \r\n", "");
    }

    @Example
    void whatLooksLikeJsonAndIsNotIsKept() {
        says("{\"error\":\"cut o", "{\"error\":\"cut o");
        says("{\"healthy\":false}", "{\"healthy\":false}");
        says("[1]", "[1]");
    }

    @Example
    void aLongMessageIsCut() {
        assertThat(of("{\"error\":\"" + "x".repeat(5_000) + "\"}").message())
                .startsWith("xxx")
                .endsWith("...")
                .hasSizeLessThan(1_100);
    }

    @Example
    void aHugePageTakesNoTime() {
        byte[] page = "<title>".repeat(500_000).getBytes(StandardCharsets.UTF_8);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> DruidError.of(page));
    }

    @Property(tries = 2_000)
    void anyBytesSaySomething(@ForAll @Size(max = 300) byte[] body) {
        assertThat(DruidError.of(body).message()).isNotNull().hasSizeLessThan(1_100);
    }

    @Property
    void anyTextInAKnownFieldIsWhatIsSaid(@ForAll @StringLength(min = 1, max = 300) String text) {
        byte[] body = Json.bytes(Map.of("error", text));

        assertThat(DruidError.of(body).message()).isEqualTo(text);
    }

    @Property
    void anyObjectSaysSomething(@ForAll @StringLength(max = 50) String text) {
        String body = "{\"error\":" + text + "}";

        assertThat(of(body).message()).isNotEmpty();
    }
}
