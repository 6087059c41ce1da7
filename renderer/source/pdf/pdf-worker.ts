// A file of our own for the page's thread beside it: pdf.js begins to listen when it is imported.
import "pdfjs-dist/build/pdf.worker.mjs";
