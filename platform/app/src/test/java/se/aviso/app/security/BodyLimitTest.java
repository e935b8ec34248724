package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            /api/v1/groups,                 application/json,                     1000000
            /api/v1/groups,                 ,                                     1000000
            /api/v1/members:import,         text/csv; charset=UTF-8,             25000000
            /api/v1/groups/1/logo,          image/png,                           25000000
            /api/v1/bank-files,             application/octet-stream,          1001000000
            /public/join.xhtml,             application/x-www-form-urlencoded,     100000
            /public/join.xhtml,             multipart/form-data; boundary=b,       100000
            /group/detail.xhtml,            multipart/form-data; boundary=b,     25000000
            /group/detail.xhtml,            application/x-www-form-urlencoded,    1000000
            /bankfile/list.xhtml,           MULTIPART/form-data; boundary=b,   1001000000
            /access/give.xhtml,             multipart/form-data; boundary=b,      1000000
            /log-out,                       ,                                     1000000
            """)
    void whatPeopleSayIsShortAndFilesGoWhereTheyAreTaken(String path, String type, long most) {
        assertThat(BodyLimit.of(path, type)).isEqualTo(most);
    }
}
