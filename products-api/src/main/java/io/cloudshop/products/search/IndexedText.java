package io.cloudshop.products.search;

import io.cloudshop.products.translation.ContentLanguage;

/** The fields of a document that hold the texts of one language. Each document has all of them: see {@link ProductTexts}. */
enum IndexedText {
    ENGLISH("", ProductAnalysis.ENGLISH),
    FRENCH("Fr", ProductAnalysis.FRENCH);

    private final String suffix;
    private final String analyzer;

    IndexedText(String suffix, String analyzer) {
        this.suffix = suffix;
        this.analyzer = analyzer;
    }

    static IndexedText in(ContentLanguage language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case FRENCH -> FRENCH;
        };
    }

    String productName() {
        return "name" + suffix;
    }

    String description() {
        return "description" + suffix;
    }

    String category() {
        return "categoryText" + suffix;
    }

    /** Each beginning of each word of the name. */
    String beginnings() {
        return "nameBeginnings" + suffix;
    }

    /** Each two words of the name as one. */
    String joined() {
        return "nameJoined" + suffix;
    }

    String sortName() {
        return "sortName" + suffix;
    }

    /** Stems words, and knows no others that mean the same. */
    String analyzer() {
        return analyzer;
    }
}
