// Builds the pane and the preview into dist/. The pane has a size to stay under.
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import CopyPlugin from 'copy-webpack-plugin'
import HtmlPlugin from 'html-webpack-plugin'
import CssPlugin from 'mini-css-extract-plugin'
import webpack from 'webpack'

const here = import.meta.dirname
const PREVIEW = [
  './addin/pane.css',
  './addin/preview/preview.css',
  './addin/preview/grid.css',
  './addin/preview/main.ts',
]

/** Most that a part's scripts and styles may weigh, in gzipped bytes; office.js beside them weighs 258 KB. */
const BUDGETS = { taskpane: 45 * 1024, english: 28 * 1024 }

/** Where Office's own script comes from: Microsoft supports its CDN only; the agent serves a copy to the preview. */
const OFFICE_JS = {
  excel: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  preview: '/office/office.js',
}

export default (_environment, { mode = 'production' } = {}) => {
  return {
    mode,
    context: here,
    target: ['web', 'es2022'],
    entry: {
      taskpane: ['./addin/pane.css', './addin/main.tsx'],
      preview: PREVIEW,
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
    stats: 'errors-warnings',
    performance: { hints: false },
    plugins: [
      new CssPlugin({ filename: '[name].[contenthash].css' }),
      page('taskpane.html', 'taskpane', './addin/taskpane.html', { officeJs: OFFICE_JS.excel }),
      page('taskpane-preview.html', 'taskpane', './addin/taskpane.html', {
        officeJs: OFFICE_JS.preview,
      }),
      page('preview.html', 'preview', './addin/preview/preview.html'),
      new CopyPlugin({ patterns: [{ from: 'assets', to: 'assets' }] }),
      ...(mode === 'production' ? [new SizeBudgets()] : []),
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

/** Fails the build when a chunk's scripts and styles weigh more than its budget, gzipped. */
class SizeBudgets {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('SizeBudgets', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'SizeBudgets', stage }, () => {
        for (const [name, budget] of Object.entries(BUDGETS)) {
          const files = [...(compilation.namedChunks.get(name)?.files ?? [])]
          const size = files
            .map((file) => gzipSync(compilation.getAsset(file).source.buffer()).length)
            .reduce((sum, bytes) => sum + bytes, 0)
          if (size > budget) {
            const message = `${name} weighs ${size} bytes gzipped, over its budget of ${budget}`
            compilation.errors.push(new webpack.WebpackError(message))
          }
        }
      })
    })
  }
}
