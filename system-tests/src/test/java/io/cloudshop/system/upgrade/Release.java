package io.cloudshop.system.upgrade;

import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.ShopClient;
import io.cloudshop.system.shop.Site;
import java.nio.file.Path;
import java.util.List;

/** One replica of each service that has a database, of one release, which call each other. */
record Release(Node auth, Node products, Node orders) {

    /** Adds them to a site that starts them. */
    static Release of(Path folder, Site site, String name) {
        Node auth = site.addOf(folder, "auth-service", "auth-service-" + name);
        site.tell("CLOUDSHOP_AUTH_URL", url(auth));
        Node products = site.addOf(folder, "products-api", "products-api-" + name);
        site.tell("CLOUDSHOP_PRODUCTS_URL", url(products));
        return new Release(auth, products, site.addOf(folder, "orders-api", "orders-api-" + name));
    }

    ShopClient client() {
        return new ShopClient(List.of(auth.port()), List.of(products.port()), List.of(orders.port()));
    }

    void kill() {
        List.of(auth, products, orders).forEach(Node::kill);
    }

    private static String url(Node node) {
        return "http://127.0.0.1:" + node.port();
    }
}
