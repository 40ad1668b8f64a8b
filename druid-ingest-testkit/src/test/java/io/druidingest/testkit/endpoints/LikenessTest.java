package io.druidingest.testkit.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes an answer another one, and what does not. */
class LikenessTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1}              | {'a':1,'b':2}        | $ has [b] too",
                "{'a':1,'b':2}        | {'a':1}              | $ lacks [b]",
                "{'a':1}              | {'a':2}              | $.a is 2, not 1",
                "{'a':1}              | {'a':'1'}            | $.a is \"1\", not 1",
                "{'a':null}           | {'a':1}              | $.a is 1, not null",
                "{'a':1}              | {'a':null}           | $.a is null, not 1",
                "{'a':{}}             | {'a':[]}             | $.a is [], not {}",
                "[1,2]                | [1,3]                | $[1] is 3, not 2",
                "[1,2]                | [1]                  | $ has 1 elements, not 2",
                "[1]                  | [1,2]                | $ has 2 elements, not 1",
                "[{'a':{'b':[1]}}]    | [{'a':{'b':[2]}}]    | $[0].a.b[0] is 2, not 1",
                "{'duration':-1}      | {'duration':5}       | $.duration is \"(lasting) NUMBER\", not -1",
                "{'size':5}           | {'size':0}           | $.size is 0, not \"(weight) NUMBER\"",
                "{'x':{'port':5}}     | {'x':{'port':'5'}}   | $.x.port is \"(place) STRING\", not \"(place) NUMBER\"",
                "{'t':'2026-11-20T13:49:57.765Z'} | {'t':'2026-11-20T13:49:57Z'} "
                        + "| $.t is \"2026-11-20T13:49:57Z\", not \"(clock)\"",
                "{'t':'2024-01-01T00:00:00.000Z'} | {'t':'2024-01-02T00:00:00.000Z'} "
                        + "| $.t is \"2024-01-02T00:00:00.000Z\", not \"2024-01-01T00:00:00.000Z\"",
                "{'modules':[{'name':'a'}]} | {'modules':[{'names':'a'}]} | $.modules is \"[names]\", not \"[name]\"",
                "gone                 | away                 | text is away, not gone",
                "gone                 | {'a':1}              | text is {\"a\":1}, not gone"
            })
    void aDifference(String real, String fake, String told) {
        assertThat(Likeness.differences(answer(200, JSON, real), answer(200, JSON, fake)))
                .containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2}              | {'b':2,'a':1}",
                "{'task':'x_abcdefgh_2026-11-20T13:49:57.765Z'} | {'task':'x_ponmlkji_2026-11-20T23:00:00.000Z'}",
                "{'x':{'duration':5}}       | {'x':{'duration':7}}",
                "{'x':{'port':5}}           | {'x':{'port':7}}",
                "{'error':'known = [a, index_kafka, b]'}  | {'error':'known = [a, b]'}",
                "{'error':'known = [a, kafka]'}           | {'error':'known = [a]'}",
                "<html>one                  | <html>another"
            })
    void noDifference(String real, String fake) {
        assertThat(Likeness.differences(answer(200, JSON, real), answer(200, JSON, fake)))
                .isEmpty();
    }

    @Test
    void statusAndHeadersCount() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "text/plain;charset=utf-8");
        headers.put("Location", "http://127.0.0.1:1/x");
        headers.put("Allow", "POST");
        headers.put("Retry-After", "1");
        headers.put("X-Druid-SQL-Query-Id", "a");

        assertThat(Likeness.differences(answer(404, JSON, ""), answer(405, headers, "")))
                .containsExactly(
                        "status is 405, not 404",
                        "Content-Type is text/plain;charset=utf-8, not application/json",
                        "Location is http://(place)/x, not null",
                        "Allow is post, not null",
                        "Retry-After is 1, not null",
                        "X-Druid-SQL-Query-Id is there, not null");
        headers.put("Location", "http://127.0.0.1:2/x");
        headers.put("X-Druid-SQL-Query-Id", "b");
        headers.put("Date", "today");
        assertThat(Likeness.differences(answer(404, headers, ""), answer(404, headers, "")))
                .isEmpty();
    }

    private static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body.replace('\'', '"'));
    }
}
