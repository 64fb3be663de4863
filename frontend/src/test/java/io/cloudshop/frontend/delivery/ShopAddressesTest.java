package io.cloudshop.frontend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.frontend.configuration.PageFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopAddressesTest {

    private static final PageFeatures EVERYTHING = new Features(true, true);
    private static final PageFeatures NOTHING_MORE = new Features(false, false);
    private static final Path ROUTER = Path.of("src/main/webui/src/app/Pages.tsx");
    private static final Path STAFF_ROUTER = Path.of("src/main/webui/src/admin/BackOffice.tsx");
    private static final Pattern ROUTE = Pattern.compile("<Route (?:path=\"([^\"*]+)\"|(index)) ");

    @Test
    void are_those_of_the_routers() throws IOException {
        List<String> routes = Stream.concat(routesOf(ROUTER, ""), routesOf(STAFF_ROUTER, "/admin"))
                .toList();

        assertThat(ShopAddresses.PATTERNS).containsExactlyInAnyOrderElementsOf(routes);
    }

    private static Stream<String> routesOf(Path router, String parent) throws IOException {
        return ROUTE.matcher(Files.readString(router))
                .results()
                .map(route -> route.group(1) == null ? parent : parent + "/" + route.group(1))
                .map(path -> path.isEmpty() ? "/" : path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mailbox", "/mailbox/", "/Mailbox"})
    void include_a_mailbox_where_there_is_one(String path) {
        assertThat(ShopAddresses.include(path, EVERYTHING)).isTrue();
        assertThat(ShopAddresses.include(path, NOTHING_MORE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/products", "/products/", "/Cart", "/checkout/done/0190A000-0000-7000-8000-000000000001"})
    void are_read_as_the_router_reads_them(String path) {
        assertThat(ShopAddresses.include(path, EVERYTHING)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/nowhere", "/products/lamp", "/products//", "/cart/1", "/checkout/done", "//"})
    void are_no_others(String path) {
        assertThat(ShopAddresses.include(path, EVERYTHING)).isFalse();
    }

    private record Features(boolean mailbox, boolean offline) implements PageFeatures {}
}
