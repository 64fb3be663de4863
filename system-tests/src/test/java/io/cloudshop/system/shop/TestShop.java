package io.cloudshop.system.shop;

import io.cloudshop.stores.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Checkout and what it needs, as processes of the packaged jars on real stores: auth-service, products-api and
 * orders-api (in Turkish) with as many replicas as wanted, and a wire between the last two that a test can break.
 */
public final class TestShop implements AutoCloseable {

    private final Site site;
    private final List<Node> orders = new ArrayList<>();
    private final List<Node> products = new ArrayList<>();
    private final Faults faults;
    private final Node auth;
    private final Wire wire;

    private TestShop(Site site, int replicas, Duration lease) {
        this.site = site;
        // Patience is a setting; a test has less of it.
        site.tell("CLOUDSHOP_SAGA_LEASE", lease.toSeconds() + "s");
        site.tell("CLOUDSHOP_SAGA_LONGEST_RETRY", "2s");
        site.tell("CLOUDSHOP_PAYMENT_TIMEOUT", "2s");

        auth = site.add("auth-service", "auth-service");
        site.tell("CLOUDSHOP_AUTH_URL", "http://127.0.0.1:" + auth.port());
        for (int i = 0; i < replicas; i++) {
            products.add(site.add("products-api", "products-api-" + i));
        }
        wire = new Wire(
                Ports.free(),
                Endpoints.passingOverTheDead(products.stream().map(Node::port).toList()));
        site.tell("CLOUDSHOP_PRODUCTS_URL", "http://127.0.0.1:" + wire.port());
        Path points = Site.fresh(site.folder().resolve("faults"));
        site.tell("CLOUDSHOP_FAULTS_FOLDER", points.toString());
        faults = new Faults(points);
        for (int i = 0; i < replicas; i++) {
            orders.add(site.addInTurkish("orders-api", "orders-api-" + i));
        }
    }

    /**
     * Starts everything.
     *
     * @param name the folder of its data and logs below {@code target/shops}
     * @param lease how long a step of a checkout may take before somebody else goes on with it
     */
    public static TestShop started(String name, int replicas, Duration lease) {
        TestShop shop = new TestShop(new Site(name), replicas, lease);
        try {
            shop.site.start();
            return shop;
        } catch (RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    public Node auth() {
        return auth;
    }

    public List<Node> orders() {
        return orders;
    }

    public List<Node> products() {
        return products;
    }

    public Node postgres() {
        return site.postgres();
    }

    public Node redis() {
        return site.redis();
    }

    /** The fault points, for all replicas of orders-api. */
    public Faults faults() {
        return faults;
    }

    public Wire wire() {
        return wire;
    }

    /** Loses the database server and all that it kept; what comes in its place is empty. The services go down with it. */
    public void losePostgres() {
        orders.forEach(Node::kill);
        products.forEach(Node::kill);
        auth.kill();
        site.losePostgres();
    }

    /** Where its data and logs are. */
    public Path folder() {
        return site.folder();
    }

    /** Of every role of the database server. */
    public String password() {
        return Site.PASSWORD;
    }

    /** Starts whatever does not run. */
    public void heal() {
        wire.become(Wire.Fault.NONE);
        site.start();
    }

    /** The log of a node, for what must not be in it. */
    public String logOf(String node) {
        return site.logOf(node);
    }

    @Override
    public void close() {
        site.close();
        wire.close();
    }
}
