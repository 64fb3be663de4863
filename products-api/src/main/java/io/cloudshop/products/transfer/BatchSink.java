package io.cloudshop.products.transfer;

/** Where the batches of an import go: into the catalogue, or nowhere but into the count. */
interface BatchSink {

    BatchResult write(ImportBatch batch);
}
