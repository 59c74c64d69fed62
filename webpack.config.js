// Builds the pane (and the preview, where it is there) into dist/. The pane has a size to stay under.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import CopyPlugin from 'copy-webpack-plugin'
import HtmlPlugin from 'html-webpack-plugin'
import CssPlugin from 'mini-css-extract-plugin'
import webpack from 'webpack'

const here = import.meta.dirname
const PREVIEW = './addin/preview/main.ts'

/** Most that the pane's own JS and CSS may weigh, in gzipped bytes: office.js beside it weighs 258 KB. */
const PANE_BUDGET = 40 * 1024

/** Where Office's own script comes from: Microsoft supports its CDN only; the agent serves a copy to the preview. */
const OFFICE_JS = {
  excel: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  preview: '/office/office.js',
}

export default (_environment, { mode = 'production' } = {}) => {
  const withPreview = existsSync(resolve(here, PREVIEW))
  const previewPage = resolve(here, 'addin/preview/preview.html')
  return {
    mode,
    context: here,
    target: ['web', 'es2022'],
    entry: {
      pane: ['./addin/pane.css', './addin/main.tsx'],
      ...(withPreview && { preview: PREVIEW }),
    },
    output: {
      path: resolve(here, 'dist'),
      filename: '[name].[contenthash].js',
      publicPath: '/',
      clean: true,
    },
    // No eval: the pages forbid it.
    devtool: 'source-map',
    module: { rules },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    performance: { hints: false },
    plugins: [
      new CssPlugin({ filename: '[name].[contenthash].css' }),
      page('pane.html', 'pane', './addin/pane.html', { officeJs: OFFICE_JS.excel }),
      page('pane-preview.html', 'pane', './addin/pane.html', { officeJs: OFFICE_JS.preview }),
      ...(withPreview && existsSync(previewPage)
        ? [page('preview.html', 'preview', previewPage)]
        : []),
      new CopyPlugin({ patterns: [{ from: 'assets', to: 'assets', noErrorOnMissing: true }] }),
      ...(mode === 'production' ? [new SizeBudget('pane', PANE_BUDGET)] : []),
    ],
  }
}

export const rules = [
  {
    test: /\.tsx?$/,
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        target: 'es2022',
      },
    },
  },
  { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] },
]

function page(filename, chunk, template, parameters = {}) {
  return new HtmlPlugin({ filename, template, chunks: [chunk], ...parameters })
}

/** Fails the build when an entry's scripts and styles weigh more than the budget, gzipped. */
class SizeBudget {
  constructor(entry, budget) {
    this.entry = entry
    this.budget = budget
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('SizeBudget', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'SizeBudget', stage }, () => {
        const files = compilation.entrypoints.get(this.entry)?.getFiles() ?? []
        const size = files
          .filter((file) => /\.(js|css)$/.test(file))
          .map((file) => gzipSync(compilation.getAsset(file).source.buffer()).length)
          .reduce((sum, bytes) => sum + bytes, 0)
        if (size > this.budget) {
          compilation.errors.push(
            new webpack.WebpackError(
              `${this.entry} weighs ${size} bytes gzipped, over its budget of ${this.budget}`,
            ),
          )
        }
      })
    })
  }
}
