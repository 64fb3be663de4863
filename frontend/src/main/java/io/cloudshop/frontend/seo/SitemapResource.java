package io.cloudshop.frontend.seo;

import io.cloudshop.defaults.problem.CommonProblems;
import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** What there is in the shop, for search engines: robots.txt (RFC 9309) and sitemaps (sitemaps.org). */
@Path("/")
@PermitAll
public class SitemapResource {

    private static final int PER_FILE = 5_000;
    private static final String XML = "application/xml;charset=UTF-8";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    private static final List<String> PAGES = List.of("/", "/products");
    private static final String ROBOTS = """
            User-agent: *
            Disallow: /account
            Disallow: /cart
            Disallow: /checkout
            Disallow: /orders
            Sitemap:\s""";

    private final Sitemap sitemap;
    private final ShopOrigin shop;

    SitemapResource(Sitemap sitemap, ShopOrigin shop) {
        this.sitemap = sitemap;
        this.shop = shop;
    }

    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public String robots() {
        return ROBOTS + shop.address("/sitemap.xml") + "\n";
    }

    /** The index of the files. */
    @GET
    @Path("sitemap.xml")
    @Produces(XML)
    public CompletionStage<String> index() {
        return answer(entries -> {
            int files = (entries.size() + PER_FILE - 1) / PER_FILE;
            Stream<String> products = IntStream.range(0, files).mapToObj(file -> "/sitemaps/products-" + file + ".xml");
            return document(
                    "sitemapindex",
                    Stream.concat(Stream.of("/sitemaps/pages.xml"), products).map(path -> entry("sitemap", path, "")));
        });
    }

    @GET
    @Path("sitemaps/pages.xml")
    @Produces(XML)
    public String pages() {
        return document("urlset", PAGES.stream().map(path -> entry("url", path, "")));
    }

    /** @param file counted from 0 */
    @GET
    @Path("sitemaps/products-{file: \\d{1,2}}.xml")
    @Produces(XML)
    public CompletionStage<String> products(@RestPath int file) {
        return answer(entries -> {
            if (file * PER_FILE >= entries.size()) {
                throw CommonProblems.notFound("This sitemap");
            }
            List<Sitemap.Entry> some =
                    entries.subList(file * PER_FILE, Math.min(entries.size(), (file + 1) * PER_FILE));
            return document(
                    "urlset",
                    some.stream()
                            .map(each -> entry(
                                    "url",
                                    "/products/" + each.productId(),
                                    "<lastmod>" + each.changed() + "</lastmod>")));
        });
    }

    private CompletionStage<String> answer(Function<List<Sitemap.Entry>, String> document) {
        return sitemap.entries()
                .recover(failure -> Future.failedFuture(
                        CommonProblems.unavailable("The catalogue does not answer; try again later.", failure)))
                .map(document)
                .toCompletionStage();
    }

    private static String document(String root, Stream<String> entries) {
        return entries.collect(Collectors.joining(
                "\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + NAMESPACE + "\n",
                "\n</" + root + ">\n"));
    }

    private String entry(String element, String path, String more) {
        return "<" + element + "><loc>" + shop.address(path) + "</loc>" + more + "</" + element + ">";
    }
}
