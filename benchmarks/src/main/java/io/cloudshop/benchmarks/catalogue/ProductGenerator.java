package io.cloudshop.benchmarks.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes believable products: forty categories of very different sizes, most prices low, one product in thirty sold out. The
 * same seed gives the same products, and each depends on its number alone.
 */
final class ProductGenerator {

    private static final List<String> BRANDS = List.of(
            "Skog", "Forge", "Isla", "Brann", "Vela", "Oslo", "Pilar", "Marlo", "Tern", "Halden", "Juno", "Orsa");
    private static final List<String> MATERIALS = List.of(
            "Oak", "Walnut", "Linen", "Wool", "Brass", "Steel", "Glass", "Ceramic", "Cotton", "Leather", "Rattan",
            "Cork");
    private static final List<String> COLOURS =
            List.of("Sage", "Charcoal", "Sand", "Rust", "Ivory", "Navy", "Ochre", "Moss", "Slate", "Blush");
    private static final List<String> THINGS = List.of(
            "Pendant",
            "Table Lamp",
            "Armchair",
            "Sofa",
            "Bookshelf",
            "Throw",
            "Cushion",
            "Vase",
            "Mug",
            "Bowl",
            "Kettle",
            "Clock",
            "Mirror",
            "Rug",
            "Basket",
            "Candle",
            "Planter",
            "Tray",
            "Desk",
            "Stool",
            "Blanket",
            "Teapot",
            "Carafe",
            "Coat Rack",
            "Side Table",
            "Bed Frame",
            "Duvet Cover",
            "Towel",
            "Cutting Board",
            "Wall Hook");
    private static final List<String> ROOMS =
            List.of("Kitchen", "Living Room", "Bedroom", "Bathroom", "Garden", "Office", "Hallway", "Children");
    private static final List<String> KINDS = List.of("Furniture", "Lighting", "Textiles", "Decoration", "Tableware");
    private static final List<String> SENTENCES = List.of(
            "Made in small batches by a family workshop that has done nothing else for three generations.",
            "The surface is oiled by hand and gets more beautiful with the years.",
            "Wipe clean with a damp cloth; it forgives more than it should.",
            "Comes flat in one box and needs ten minutes and the key that is in it.",
            "Every piece is a little different, which is how you can tell that nobody pressed it in a mould.",
            "Light enough to carry under one arm, and heavy enough to stay where it is.",
            "The colour was taken from a stone that lay on a beach in the north.",
            "Goes with everything of the same series, and with most of what you have already.",
            "Tested for ten thousand uses, which is more than we could count ourselves.",
            "Delivered without plastic; the box makes a good toy for cats.");

    private static final int SOLD_OUT_ONE_IN = 30;
    private static final int MOST_STOCK = 500;

    private final long seed;

    ProductGenerator(long seed) {
        this.seed = seed;
    }

    Stream<GeneratedProduct> products(int from, int number) {
        return IntStream.range(from, from + number).mapToObj(this::product);
    }

    GeneratedProduct product(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        // The first numbers of neighbouring seeds are alike.
        random.nextLong();
        String thing = any(THINGS, random);
        String name = any(BRANDS, random) + " " + any(MATERIALS, random) + " " + thing + " " + random.nextInt(10, 200)
                + " cm, " + any(COLOURS, random);
        return new GeneratedProduct(
                String.format(Locale.ROOT, "GEN-%07d", number),
                name,
                description(random),
                category(random),
                price(random),
                random.nextInt(SOLD_OUT_ONE_IN) == 0 ? 0 : random.nextInt(1, MOST_STOCK));
    }

    /** What customers type, most of which finds something. */
    List<String> queries(int number) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(i -> switch (i % 3) {
                    case 0 -> any(THINGS, random);
                    case 1 -> any(MATERIALS, random) + " " + any(THINGS, random);
                    default -> any(BRANDS, random) + " " + any(COLOURS, random);
                })
                .map(words -> words.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The largest of them. */
    static String category() {
        return ROOMS.getFirst() + " " + KINDS.getFirst();
    }

    /** The lower of two, so that a few categories are large. */
    private static String category(Random random) {
        int room = Math.min(random.nextInt(ROOMS.size()), random.nextInt(ROOMS.size()));
        int kind = Math.min(random.nextInt(KINDS.size()), random.nextInt(KINDS.size()));
        return ROOMS.get(room) + " " + KINDS.get(kind);
    }

    private static String price(Random random) {
        double euros = 4 + 60 * -Math.log(1 - random.nextDouble());
        return String.format(Locale.ROOT, "%d.%s", (int) euros, random.nextBoolean() ? "00" : "95");
    }

    private static String description(Random random) {
        int first = random.nextInt(SENTENCES.size());
        return IntStream.range(first, first + 2 + random.nextInt(3))
                .mapToObj(i -> SENTENCES.get(i * 3 % SENTENCES.size()))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
