// The gallery's bundle: the pane's own rules and stylesheet, another entry. `--env out=<folder>`.
import { resolve } from 'node:path'
import HtmlPlugin from 'html-webpack-plugin'
import CssPlugin from 'mini-css-extract-plugin'
import { rules } from '../../../webpack.config.js'

const project = resolve(import.meta.dirname, '../../..')

export default ({ out }) => ({
  mode: 'development',
  context: project,
  target: ['web', 'es2022'],
  entry: { gallery: ['./addin/pane.css', './test/addin/views/gallery.tsx'] },
  output: { path: out, filename: '[name].js', publicPath: '/' },
  devtool: 'source-map',
  module: { rules },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  plugins: [
    new CssPlugin({ filename: '[name].css' }),
    new HtmlPlugin({
      templateContent:
        '<!doctype html><html lang="en-IN"><head><meta charset="utf-8"><title>GSTR-1</title><link rel="icon" href="data:,"></head><body><div id="pane"></div></body></html>',
    }),
  ],
})
