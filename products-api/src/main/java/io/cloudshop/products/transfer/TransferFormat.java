package io.cloudshop.products.transfer;

import jakarta.ws.rs.core.MediaType;

/** The forms in which a catalogue comes and goes: for programs, and for people with a spreadsheet. */
enum TransferFormat {
    NDJSON(TransferFormat.NDJSON_TYPE, "ndjson"),
    CSV(TransferFormat.CSV_TYPE, "csv");

    static final String NDJSON_TYPE = "application/x-ndjson";
    static final String CSV_TYPE = "text/csv";

    private final MediaType mediaType;
    private final String extension;

    TransferFormat(String mediaType, String extension) {
        this.mediaType = MediaType.valueOf(mediaType);
        this.extension = extension;
    }

    static TransferFormat of(MediaType type) {
        return CSV.mediaType.isCompatible(type) ? CSV : NDJSON;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Of a file's name. */
    String extension() {
        return extension;
    }
}
