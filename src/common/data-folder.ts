/** Everything the product keeps on this machine when nothing else is given, below the folder it is started in. */
export const DATA_FOLDER = '.data';
